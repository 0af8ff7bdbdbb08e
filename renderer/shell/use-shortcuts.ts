import { useEffect, useEffectEvent } from 'react';
import type { Route } from '../state/route.ts';
import { LIBRARY } from '../state/routes/library-route.ts';
import { PLAYLISTS } from '../state/routes/playlists-route.ts';
import { navigate } from '../state/use-route.ts';
import { useSingleKeys } from '../state/use-single-keys.ts';
import { type Shortcut, shortcutOf } from './shortcut-of.ts';

interface ShortcutTargets {
  readonly checkNow: () => void;
  readonly showShortcuts: () => void;
}

/** Keys that work on every page. Pages add their own in the same way. */
export function useShortcuts(targets: ShortcutTargets): void {
  useShortcut((shortcut) => {
    switch (shortcut) {
      case 'overview':
        goTo({ page: 'overview' });
        return true;
      case 'changes':
        goTo({ page: 'changes', filter: 'all' });
        return true;
      case 'library':
        goTo(LIBRARY);
        return true;
      case 'playlists':
        goTo(PLAYLISTS);
        return true;
      case 'connection':
      case 'settings':
        goTo({ page: shortcut });
        return true;
      case 'search':
        focusSearch();
        return true;
      case 'check-now':
        targets.checkNow();
        return true;
      case 'help':
        targets.showShortcuts();
        return true;
      case 'mark-all-read':
        return false;
    }
  });
}

/** Runs `run` on the page's own key for "Mark all read". */
export function useMarkAllReadShortcut(run: () => void): void {
  useShortcut((shortcut) => {
    if (shortcut !== 'mark-all-read') return false;
    run();
    return true;
  });
}

/** `answer` says whether the shortcut was for it. */
function useShortcut(answer: (shortcut: Shortcut) => boolean): void {
  const areSingleKeysOn = useSingleKeys();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isDialogOpen()) return;
    const shortcut = shortcutOf(event, { isTyping: isTyping(event.target), areSingleKeysOn });
    if (shortcut !== null && answer(shortcut)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** The focus goes along, so that the next Tab is on the new page. */
function goTo(route: Route): void {
  navigate(route);
  document.getElementById('main')?.focus();
}

/** Every page that can be searched has one field for it. */
function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.focus();
  field?.select();
}

/** Letters belong to a text that is typed, and to a list that goes to what begins with them. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable]') ||
      target.closest('[role="listbox"], [role="combobox"]') !== null)
  );
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

import { useEffect, useEffectEvent } from 'react';
import type { Route } from '../state/route.ts';
import { LIBRARY } from '../state/routes/library-route.ts';
import { PLAYLISTS } from '../state/routes/playlists-route.ts';
import { navigate } from '../state/use-route.ts';
import { shortcutOf } from './shortcut-of.ts';

interface ShortcutTargets {
  readonly checkNow: () => void;
  readonly showShortcuts: () => void;
}

/** Keys that work on every page. Pages add their own in the same way. */
export function useShortcuts(targets: ShortcutTargets): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || isDialogOpen()) return;
    const shortcut = shortcutOf(event);
    if (shortcut === null || shortcut === 'mark-all-read') return;
    event.preventDefault();
    switch (shortcut) {
      case 'overview':
        goTo({ page: 'overview' });
        return;
      case 'changes':
        goTo({ page: 'changes', filter: 'all' });
        return;
      case 'library':
        goTo(LIBRARY);
        return;
      case 'playlists':
        goTo(PLAYLISTS);
        return;
      case 'connection':
      case 'settings':
        goTo({ page: shortcut });
        return;
      case 'search':
        focusSearch();
        return;
      case 'check-now':
        targets.checkNow();
        return;
      case 'help':
        targets.showShortcuts();
        return;
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** Runs `run` on the page's own key for "Mark all read". */
export function useMarkAllReadShortcut(run: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || isDialogOpen()) return;
    if (shortcutOf(event) !== 'mark-all-read') return;
    event.preventDefault();
    run();
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

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

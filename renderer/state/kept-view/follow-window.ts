import type { KeptView } from './kept-view.ts';

/** The page of the moment, as its address names it; a window without one is at its first page. */
export function pageAddress(): string {
  return window.location.hash === '' ? '#/' : window.location.hash;
}

/**
 * Tells what is kept how the window turns from page to page and when it may be about to close.
 *
 * @returns stops it
 */
export function followWindow(kept: KeptView): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const flush = (): void => kept.flush();
  window.navigation.addEventListener(
    'currententrychange',
    ({ navigationType }) => {
      if (navigationType !== null) kept.turned(navigationType === 'traverse');
    },
    { signal },
  );
  // The last one comes before the window is gone, the others before a quit from the tray.
  window.addEventListener('blur', flush, { signal });
  document.addEventListener('visibilitychange', flush, { signal });
  window.addEventListener('beforeunload', flush, { signal });
  return () => controller.abort();
}

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LiveValue, Loadable } from './live-value.ts';
import type { WindowState } from './window-state.ts';

export const WindowStateContext = createContext<WindowState | null>(null);

export function useWindowState(): WindowState {
  const state = useContext(WindowStateContext);
  if (state === null) {
    throw new Error('useWindowState is called outside the window’s root');
  }
  return state;
}

/** Draws again whenever the main process tells a new value. */
export function useLive<T>(value: LiveValue<T>): Loadable<T> {
  return useSyncExternalStore(value.subscribe, value.current);
}

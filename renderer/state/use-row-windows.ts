import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { type AskRows, type RowsState, RowWindows } from './row-windows.ts';
import { useLive, useWindowState } from './window-state-context.ts';

export interface OpenedRows<Row> {
  readonly state: RowsState<Row>;
  /** True while rows of an earlier question stand in for those that are being loaded. */
  readonly isStale: boolean;
  /** Tells which rows are on screen. */
  readonly ensure: (first: number, last: number) => void;
  /** Opens the newest revision. */
  readonly open: () => void;
}

/**
 * The rows that `ask` answers. While those of another question are loaded, the earlier ones stay on
 * screen, so that typing does not make the list flicker.
 *
 * @param ask keeps its identity for as long as the question is the same
 */
export function useRowWindows<Row>(ask: AskRows<Row>): OpenedRows<Row> {
  const { library } = useWindowState();
  const status = useLive(library);
  const windows = useMemo(() => new RowWindows(ask), [ask]);
  const state = useSyncExternalStore(windows.subscribe, windows.current);
  const lastReady = useRef<RowsState<Row> | null>(null);
  useEffect(() => {
    void windows.open();
  }, [windows]);
  // Whatever a check finds is told as a new status.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the status is the occasion to look
  useEffect(() => {
    void windows.lookForNews();
  }, [windows, status]);
  useEffect(() => {
    if (state.kind !== 'loading') lastReady.current = state.kind === 'ready' ? state : null;
  }, [state]);
  const isStale = state.kind === 'loading' && lastReady.current !== null;
  return useMemo(
    () => ({
      state: isStale ? (lastReady.current ?? state) : state,
      isStale,
      ensure: (first, last) => void windows.ensure(first, last),
      open: () => void windows.open(),
    }),
    [windows, state, isStale],
  );
}

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLive, useWindowState } from '../../state/window-state-context.ts';
import { ListTimeline, type TimelineState } from './list-timeline.ts';

export interface OpenedTimeline {
  readonly state: TimelineState;
  /** Opens it anew, with all that was found since. */
  readonly open: () => void;
}

/** All states of a list that are known. */
export function useListTimeline(listId: number): OpenedTimeline {
  const { api, clock, library } = useWindowState();
  const status = useLive(library);
  const timeline = useMemo(
    () => new ListTimeline(api.history, clock, listId),
    [api, clock, listId],
  );
  const state = useSyncExternalStore(timeline.subscribe, timeline.current);
  useEffect(() => {
    void timeline.open();
  }, [timeline]);
  // Whatever a check finds is told as a new status.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the status is the occasion to look
  useEffect(() => {
    void timeline.lookForNews();
  }, [timeline, status]);
  return useMemo(() => ({ state, open: () => void timeline.open() }), [timeline, state]);
}

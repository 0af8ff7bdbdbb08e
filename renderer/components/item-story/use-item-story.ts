import { useCallback, useEffect, useRef, useState } from 'react';
import type { ItemEvent, ItemTimeline, Substitute } from '../../../shared/history.ts';
import { useWindowState } from '../../state/window-state-context.ts';

/** Events that are loaded at a time; hardly anything has more. */
const EVENTS_A_PAGE = 50;

export type ItemStoryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly id: string }
  /** The account knows nothing of it. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'ready';
      readonly item: ItemTimeline['item'];
      readonly availability: ItemTimeline['availability'];
      readonly total: number;
      /** The latest of them, oldest first. */
      readonly events: readonly ItemEvent[];
      readonly substitutes: readonly Substitute[];
    };

interface ItemStoryLoading {
  readonly state: ItemStoryState;
  readonly reload: () => void;
  /** Loads what was before the events that are there. */
  readonly loadEarlier: () => void;
}

/** What is known of an item, the end of its story first. */
export function useItemStory(uri: string): ItemStoryLoading {
  const { api } = useWindowState();
  const [state, setState] = useState<ItemStoryState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const isLoadingEarlier = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    let isAsked = true;
    const tell = (next: ItemStoryState): void => {
      if (isAsked) setState(next);
    };
    const load = async (): Promise<void> => {
      const ask = (offset: number) => api.history.timeline({ uri, offset, count: EVENTS_A_PAGE });
      const [first, others] = await Promise.all([ask(0), api.history.substitutes({ uri })]);
      if (!first.ok) return tell({ kind: 'failed', id: first.error.id });
      if (first.value === null) return tell({ kind: 'unknown' });
      const { item, availability, total } = first.value;
      const last = total > EVENTS_A_PAGE ? await ask(total - EVENTS_A_PAGE) : first;
      if (!last.ok) return tell({ kind: 'failed', id: last.error.id });
      const events = last.value?.events ?? [];
      // That other editions cannot be told is no reason to keep the story back.
      const substitutes = others.ok ? others.value : [];
      tell({ kind: 'ready', item, availability, total, events, substitutes });
    };
    setState({ kind: 'loading' });
    void load();
    return () => {
      isAsked = false;
    };
  }, [api, uri, round]);

  const loadEarlier = useCallback(async (): Promise<void> => {
    if (state.kind !== 'ready' || isLoadingEarlier.current) return;
    isLoadingEarlier.current = true;
    const end = state.total - state.events.length;
    const offset = Math.max(0, end - EVENTS_A_PAGE);
    const answer = await api.history.timeline({ uri, offset, count: end - offset });
    isLoadingEarlier.current = false;
    if (!answer.ok) return setState({ kind: 'failed', id: answer.error.id });
    const earlier = answer.value?.events ?? [];
    setState((now) => (now === state ? { ...state, events: [...earlier, ...state.events] } : now));
  }, [api, uri, state]);

  return {
    state,
    reload: () => setRound((before) => before + 1),
    loadEarlier: () => void loadEarlier(),
  };
}

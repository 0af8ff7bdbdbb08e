import { useCallback, useEffect, useState } from 'react';
import type { ListSizePoint } from '../../../shared/list-sizes.ts';
import type { Loadable } from '../../state/live-value.ts';
import { useWindowState } from '../../state/window-state-context.ts';

interface ListSizes {
  readonly sizes: Loadable<readonly ListSizePoint[]>;
  readonly retry: () => void;
}

/** The size of a list over time, asked for anew after each check. */
export function useListSizes(listId: number): ListSizes {
  const { api } = useWindowState();
  const [sizes, setSizes] = useState<Loadable<readonly ListSizePoint[]>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to ask
  useEffect(() => {
    let isWanted = true;
    let lastCheckAtMs: number | null = null;
    async function ask() {
      const answer = await api.history.sizes({ listId });
      if (!isWanted) return;
      if (answer.ok) setSizes({ kind: 'ready', value: answer.value?.points ?? [] });
      // What is shown stays when only the newest is missing.
      else setSizes((so) => (so.kind === 'ready' ? so : { kind: 'failed', id: answer.error.id }));
    }
    setSizes({ kind: 'loading' });
    void ask();
    const stop = api.library.on.changed((status) => {
      if (status.lastCheckAtMs === lastCheckAtMs) return;
      lastCheckAtMs = status.lastCheckAtMs;
      void ask();
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [api, listId, attempt]);

  return { sizes, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}

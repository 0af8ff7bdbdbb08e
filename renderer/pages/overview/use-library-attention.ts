import { useCallback, useEffect, useState } from 'react';
import type { AttentionKind, LibraryAttention } from '../../../shared/attention.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { useWindowState } from '../../state/window-state-context.ts';

interface SeenAttention {
  readonly points: readonly LibraryAttention[];
  readonly see: (kind: AttentionKind) => Promise<void>;
}

/** What of the library deserves a look; asked again whenever that may have changed. */
export function useLibraryAttention(status: LibraryStatus): SeenAttention {
  const { api, settings } = useWindowState();
  const [points, setPoints] = useState<readonly LibraryAttention[]>([]);
  const { unreadChanges, lastCheckAtMs } = status;
  const load = useCallback(async () => {
    const answer = await api.library.attention();
    // Where it cannot be had, what is known stays.
    if (answer.ok) setPoints(answer.value);
  }, [api]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: both tell that it may have changed
  useEffect(() => {
    void load();
  }, [load, unreadChanges, lastCheckAtMs]);
  useEffect(() => settings.subscribe(() => void load()), [settings, load]);
  return {
    points,
    see: async (kind) => {
      const answer = await api.library.seen({ kind });
      if (answer.ok) await load();
    },
  };
}

import { useCallback } from 'react';
import type { PlaylistRow } from '../../../shared/library-rows.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { useAnswer } from './use-answer.ts';

/** The playlist as it is now; null while it is not known, and for a collection. */
export function usePlaylist(listId: number): PlaylistRow | null {
  const { api } = useWindowState();
  const ask = useCallback(
    () =>
      api.library.playlists({
        sort: { by: 'position', direction: 'ascending' },
        filter: { text: '', state: 'any', listId },
        offset: 0,
        count: 1,
      }),
    [api, listId],
  );
  const answer = useAnswer(ask);
  // Where it cannot be had, the head does without: what matters is the history.
  return answer.kind === 'ready' ? (answer.value.rows[0] ?? null) : null;
}

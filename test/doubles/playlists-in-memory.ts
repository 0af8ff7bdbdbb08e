import { browsePlaylists, orderPlaylists } from '../../electron/library/browse/order-playlists.ts';
import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import type { PlaylistRow } from '../../shared/library-rows.ts';

/** The playlists of a library that is held in memory, in the order in which Spotify lists them. */
export function playlistsInMemory(
  rows: readonly PlaylistRow[],
): Pick<CratewatchApi['library'], 'playlists'> {
  const stored = rows.map((row) => ({ ...row, externalId: String(row.listId) }));
  const listed = stored.filter(({ goneSinceMs }) => goneSinceMs === null);
  const all = browsePlaylists(
    stored,
    listed.map(({ externalId }) => externalId),
  );
  return {
    playlists: async ({ offset, count, ...query }) => {
      const found = orderPlaylists(all, query);
      const window = found
        .slice(offset, offset + count)
        .map(({ row: { externalId: _, ...row } }) => row);
      return { ok: true, value: { revision: '1', total: found.length, offset, rows: window } };
    },
  };
}

import type { Entry, PlaylistState } from '../collection/playlist-state.ts';
import type { ApiContext } from './api-context.ts';
import { playabilityOf } from './one-object.ts';
import { renderIdentity, renderImages } from './render-identity.ts';
import { renderObject } from './render-item.ts';
import { renderMoment } from './render-moment.ts';

/** Everything about a playlist but its contents. */
export function renderPlaylistDetails(playlist: PlaylistState, context: ApiContext): object {
  return {
    ...renderIdentity('playlist', playlist.id, context),
    collaborative: playlist.collaborative,
    description: playlist.description,
    // Recorded: an empty playlist has no cover, and the field is then null.
    images: playlist.entries.length === 0 ? null : renderImages(playlist.id, context),
    name: playlist.name,
    owner: {
      ...renderIdentity('user', playlist.ownerId, context),
      display_name: playlist.ownerName,
    },
    primary_color: null,
    public: playlist.isPublic,
    snapshot_id: playlist.snapshotId,
  };
}

/** A row of `GET /me/playlists`: the contents are only counted. */
export function renderPlaylistRow(playlist: PlaylistState, context: ApiContext): object {
  const href = `${context.apiUrl}/playlists/${playlist.id}`;
  const total = playlist.entries.length;
  return {
    ...renderPlaylistDetails(playlist, context),
    ...underNames(['items', 'tracks'], context, (name) => ({ href: `${href}/${name}`, total })),
  };
}

/** An entry of a playlist. `withMarket`: whether the request asked what is playable. */
export function renderPlaylistEntry(
  entry: Entry,
  withMarket: boolean,
  context: ApiContext,
): object {
  const { library } = context;
  const playability = playabilityOf(entry.ref, withMarket, context);
  const object = library.catalogue.listed(entry.ref);
  const item = library.isInCatalogue(entry.ref) ? renderObject(object, playability, context) : null;
  return {
    added_at: renderMoment(entry.addedAtMs),
    added_by: entry.addedBy === null ? null : renderIdentity('user', entry.addedBy, context),
    is_local: object.kind === 'local',
    primary_color: null,
    ...underNames(['item', 'track'], context, () => item),
    video_thumbnail: { url: null },
  };
}

/** The same under the name of today, the older one, or both. */
export function underNames<N extends string>(
  [today, older]: readonly [N, N],
  { behaviour }: ApiContext,
  render: (name: N) => object | null,
): object {
  const { legacyFieldNames } = behaviour;
  return {
    ...(legacyFieldNames === 'only' ? {} : { [today]: render(today) }),
    ...(legacyFieldNames === false ? {} : { [older]: render(older) }),
  };
}

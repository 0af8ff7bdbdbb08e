import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import { recordedBody, SCHEMA_FILES, SchemaCheck, sharedDataIsThere } from './schema-check.ts';
import {
  INFERRED_DIFFERENCES,
  RECORDED_DIFFERENCES,
  STATED_DIFFERENCES,
} from './schema-differences.ts';
import { type ApiGet, signedIn, startSample } from './signed-in-sample.ts';

/** Bare audiobooks (facts §2), though one of the two files says something else of that endpoint. */
const AUDIOBOOKS = 'PagingSimplifiedAudiobookObject';
/** Recorded bodies that stand for the same endpoints. */
const RECORDED = [
  ['current_user_playlist_1', 'PagedPlaylists'],
  ['playlist_2', 'OnePlaylist'],
  ['playlist_3', 'OnePlaylist'],
  ['saved_albums', 'PagingSavedAlbumObject'],
  ['saved_shows', 'PagingSavedShowObject'],
  ['saved_episodes', 'PagingSavedEpisodeObject'],
  ['saved_audiobooks', AUDIOBOOKS],
  ['followed_artists', 'CursorPagedArtists'],
  ['artist_albums', 'PagingArtistDiscographyAlbumObject'],
  ['get_album', 'OneAlbum'],
  ['artist', 'OneArtist'],
  ['show', 'OneShow'],
  ['episode', 'OneEpisode'],
  ['audiobook', 'OneAudiobook'],
  ['library_contains', 'ArrayOfBooleans'],
] as const;

const there = sharedDataIsThere();
if (!there) {
  process.stderr.write(
    'Skipped: ../shared/openapi is not here, so nothing is checked against it.\n',
  );
}

describe.skipIf(!there)("the sample service's answers", () => {
  let service: SampleService;
  let get: ApiGet;
  /** Every answer with the name of the response it should be. */
  const answers: [string, unknown][] = [];

  beforeAll(async () => {
    ({ service } = await startSample({
      library: {
        ...{ savedTracks: 320, ownPlaylists: 14, followedPlaylists: 8, itemsPerPlaylist: 90 },
        ...{ savedAlbums: 120, savedShows: 60, savedEpisodes: 70, savedAudiobooks: 20 },
        followedArtists: 90,
      },
    }));
    get = await signedIn(service);
    service.library.createPlaylist({ name: 'Empty' });
    const {
      savedAlbums,
      savedAudiobooks,
      savedEpisodes,
      savedShows,
      followedArtists,
      savedTracks,
    } = service.library.snapshot();
    service.library.setPlayable(savedAlbums[0]?.uri ?? '', false);
    for (const legacy of [false, true]) {
      service.behaviour.legacyFieldNames = legacy;
      for (const market of ['', '&market=NL']) {
        await collect('OnePrivateUser', '/me');
        await collect('PagedPlaylists', '/me/playlists?limit=50');
        await collect('PagingSavedTrackObject', `/me/tracks?limit=50${market}`);
        await collect('PagingSavedTrackObject', `/me/tracks?limit=50&offset=300${market}`);
        for (const { id, readable } of service.library.snapshot().playlists) {
          await collect('OnePlaylist', `/playlists/${id}?${market.slice(1)}`);
          const page = `/playlists/${id}/items?limit=50&offset=50${market}`;
          await collect(readable ? 'PagingPlaylistTrackObject' : 'Forbidden', page);
        }
        await collect('PagingSavedAlbumObject', `/me/albums?limit=50${market}`);
        await collect('PagingSavedAlbumObject', `/me/albums?limit=50&offset=100${market}`);
        await collect('PagingSavedShowObject', '/me/shows?limit=50');
        await collect('PagingSavedEpisodeObject', `/me/episodes?limit=50${market}`);
        await collect(AUDIOBOOKS, '/me/audiobooks?limit=50');
        await collectObject('OneTrack', 'tracks', savedTracks, market);
        await collectObject('OneAlbum', 'albums', savedAlbums, market);
        await collectObject('OneShow', 'shows', savedShows, market);
        await collectObject('OneEpisode', 'episodes', savedEpisodes, market);
        await collectObject('OneAudiobook', 'audiobooks', savedAudiobooks, market);
      }
      await collect('CursorPagedArtists', '/me/following?type=artist&limit=50');
      await collect(
        'CursorPagedArtists',
        `/me/following?type=artist&limit=50&after=${idOf(followedArtists[60]?.uri)}`,
      );
      await collectObject('OneArtist', 'artists', followedArtists, '');
      for (const { uri } of followedArtists.slice(0, 20)) {
        const path = `/artists/${idOf(uri)}/albums?limit=10`;
        await collect('PagingArtistDiscographyAlbumObject', path);
      }
    }
    const uris = savedTracks.slice(0, 40).map(({ uri }) => uri);
    await collect('ArrayOfBooleans', `/me/library/contains?uris=${uris.join(',')}`);
    await collect('NotFound', '/playlists/0000000000000000000000');
    await collect('BadRequest', '/me/tracks?limit=51');
    service.faults.add({
      match: { path: '/v1/me' },
      action: { kind: 'quota', retryAfterSeconds: 1 },
    });
    await collect('TooManyRequests', '/me');
    service.revokeAccessTokens();
    await collect('Unauthorized', '/me');
  });
  afterAll(() => service.close());

  async function collect(response: string, path: string): Promise<void> {
    answers.push([response, await (await get(path)).json()]);
  }

  async function collectObject(
    response: string,
    plural: string,
    list: readonly { readonly uri: string }[],
    market: string,
  ): Promise<void> {
    await collect(response, `/${plural}/${idOf(list[0]?.uri)}?${market.slice(1)}`);
  }

  describe.each(SCHEMA_FILES)('by %s', (file) => {
    const check = there ? new SchemaCheck(file) : null;

    it('differ from it only where a difference is listed, and every listed one occurs', () => {
      const found = new Set(answers.flatMap(([response, body]) => check?.findings(response, body)));
      const listed = [...RECORDED_DIFFERENCES, ...STATED_DIFFERENCES, ...INFERRED_DIFFERENCES];
      expect([...found].toSorted()).toEqual(listed.toSorted());
    });

    it('are checked by a schema that sees a missing and a wrong field', () => {
      const wrong = { href: 1, items: [], limit: 1, offset: 0, previous: null, total: 0 };
      expect(check?.findings('PagedPlaylists', wrong)).toEqual([
        ": must have required property 'next'",
        'href: must be string',
      ]);
    });

    const inRecordedBodies = new Set(
      RECORDED.flatMap(([name, response]) =>
        check === null ? [] : check.findings(response, recordedBody(name)),
      ),
    );
    it.each(RECORDED_DIFFERENCES)('a recorded body differs as well: %s', (difference) => {
      expect(inRecordedBodies).toContain(difference);
    });
  });

  it('have no field that neither the schema nor a recorded body knows', () => {
    const known = new Set(
      SCHEMA_FILES.flatMap((file) => new SchemaCheck(file).fieldNames()).concat(
        ...RECORDED.map(([name]) => fieldNamesOf(recordedBody(name))),
      ),
    );
    const sent = new Set(answers.flatMap(([, body]) => fieldNamesOf(body)));
    expect([...sent].filter((name) => !known.has(name))).toEqual([]);
  });
});

function idOf(uri = ''): string {
  return uri.split(':')[2] ?? '';
}

function fieldNamesOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(fieldNamesOf);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => [name, ...fieldNamesOf(part)])
    : [];
}

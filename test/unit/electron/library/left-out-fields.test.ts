import { beforeEach, expect, it } from 'vitest';
import type { PlaylistSummary } from '../../../../electron/spotify/catalogue.ts';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const DAY_MS = 24 * 3_600_000;

/** Answers whose playlists lack some fields: every one but id, uri and name is optional. */
class LeavingOut extends FakeSpotifyApi {
  leftOut: Partial<PlaylistSummary> = {};

  override async playlists(request: { offset: number }): ReturnType<FakeSpotifyApi['playlists']> {
    const answer = await super.playlists(request);
    return answer.kind === 'failed'
      ? answer
      : {
          kind: 'ok',
          value: {
            ...answer.value,
            entries: answer.value.entries.map((summary) => ({ ...summary, ...this.leftOut })),
          },
        };
  }
}

let clock: ManualClock;
let api: LeavingOut;
let watched: WatchedLibrary;

beforeEach(async () => {
  clock = new ManualClock();
  api = new LeavingOut();
  api.playlistsInOrder = Array.from({ length: 150 }, (_, index) => ({
    id: `p${index}`,
    name: `Name ${index}`,
    description: 'For the road',
    ownerId: 'me',
    isCollaborative: false,
    snapshot: 1,
    items: [{ uri: `spotify:track:${index}`, addedAtMs: 1_000, addedBy: 'me' }],
  }));
  watched = new WatchedLibrary(api, clock);
  await watched.watch();
});

it('takes no field that Spotify leaves out once for one that changed', async () => {
  api.leftOut = { description: null, ownerId: null, ownerName: null };
  api.find('p3').items.push({ uri: 'spotify:track:new', addedAtMs: 2_000, addedBy: 'me' });
  api.find('p3').snapshot = 2;
  await watched.check();
  api.leftOut = {};
  await watched.check();
  const kinds = (await watched.changes()).map(({ kind }) => kind);
  expect(kinds).toEqual(['item-added']);
});

it('asks once a check for a list of playlists of which a row cannot be understood', async () => {
  api.unreadable.add('spotify:playlist:p149');
  api.requests = 0;
  await clock.advance(DAY_MS);
  expect(api.requests).toBeLessThanOrEqual(300);
});

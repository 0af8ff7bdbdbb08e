import { describe, expect, it } from 'vitest';
import type { ForeignTrack } from '../../../../../electron/sample-service/catalogue/foreign-tracks.ts';
import { SampleCatalogue } from '../../../../../electron/sample-service/catalogue/sample-catalogue.ts';
import { generateLibrary } from '../../../../../electron/sample-service/collection/generate-library.ts';
import { LibraryState } from '../../../../../electron/sample-service/collection/library-state.ts';
import { NOW_MS, SMALL } from './sample-collection.ts';

const ID = 'F'.repeat(22);
const HOUR_MS = 3_600_000;

let nowMs = NOW_MS;

function library(): LibraryState {
  nowMs = NOW_MS;
  const catalogue = new SampleCatalogue(7, 100, 2025);
  const contents = generateLibrary({ seed: 7, size: SMALL, catalogue, newestMs: NOW_MS });
  return new LibraryState({ ...contents, seed: 7, catalogue, nowMs: () => nowMs });
}

function track(letter: string, name = `Song ${letter}`): ForeignTrack {
  return {
    id: letter.repeat(22),
    name,
    artists: [{ id: `1${letter.repeat(21)}`, name: `Artist ${letter}` }],
    album: { id: `2${letter.repeat(21)}`, name: `Album ${letter}` },
    durationMs: 1_000,
  };
}

const list = (letters: string) => ({
  id: ID,
  name: 'Elsewhere',
  description: '',
  tracks: [...letters].map((letter) => track(letter)),
});

const letters = (state: LibraryState) =>
  state
    .playlistById(ID)
    .items.map(({ uri }) => uri.at(-1))
    .join('');

describe('a playlist with contents from elsewhere', () => {
  it('holds exactly what it was given, in order and as often', () => {
    const state = library();
    state.putPlaylist(list('abca'));
    expect(state.playlistById(ID)).toMatchObject({ name: 'Elsewhere', readable: true });
    expect(state.playlistById(ID).items).toHaveLength(4);
    expect(state.playlistById(ID).items[1]).toMatchObject({
      uri: `spotify:track:${'b'.repeat(22)}`,
      name: 'Song b',
      artists: ['Artist b'],
      album: 'Album b',
    });
    expect(letters(state)).toBe('abca');
  });

  it('becomes another version at once, with a new snapshot and what stayed as old as it was', () => {
    const state = library();
    state.putPlaylist(list('abca'));
    const { snapshotId } = state.playlistById(ID);
    nowMs += HOUR_MS;
    state.putPlaylist({ ...list('daba'), description: 'New' });
    const after = state.playlistById(ID);
    expect(letters(state)).toBe('daba');
    expect(after.items.map(({ addedAtMs }) => addedAtMs === nowMs)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(after.snapshotId).not.toBe(snapshotId);
    expect(after.description).toBe('New');
    expect(state.playlists.filter(({ id }) => id === ID)).toHaveLength(1);
  });

  it('shows a track under the name that was given last', () => {
    const state = library();
    state.putPlaylist(list('ab'));
    state.putPlaylist({ ...list(''), tracks: [track('a', 'Renamed')] });
    expect(state.playlistById(ID).items[0]?.name).toBe('Renamed');
  });

  it('lets its tracks be saved, moved and greyed out like all others', () => {
    const state = library();
    state.putPlaylist(list('abc'));
    const uri = `spotify:track:${'b'.repeat(22)}`;
    state.saveTrack(uri);
    state.setPlayable(uri, false);
    state.moveItems(ID, 1, 0);
    state.insertItems(ID, [uri]);
    expect(letters(state)).toBe('bacb');
    expect(state.snapshot().savedTracks[0]).toMatchObject({ uri, playable: false });
  });
});

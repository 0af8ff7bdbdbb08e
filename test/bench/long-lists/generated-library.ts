import type { SpotifyApi } from '../../../electron/spotify/spotify-api.ts';
import { FakeSpotifyApi } from '../../doubles/fake-spotify-api.ts';

const TRACKS_A_PAGE = 50;
const NEWEST_MS = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;

/** Saved tracks without end, each page made up when it is asked for, so that none takes memory. */
export class GeneratedLibrary extends FakeSpotifyApi {
  /** Those from the end of the list, numbered from 1, are the oldest; new ones are counted on. */
  savedCount: number;

  constructor(savedCount: number) {
    super();
    this.savedCount = savedCount;
  }

  override savedTracks({ offset }: { offset: number }): ReturnType<SpotifyApi['savedTracks']> {
    this.requests += 1;
    const total = this.savedCount;
    const end = Math.min(offset + TRACKS_A_PAGE, total);
    const entries = Array.from({ length: Math.max(0, end - offset) }, (_, index) =>
      savedTrack(total - offset - index),
    );
    const nextOffset = end < total ? end : null;
    // Answers of a network come with a turn of the event loop of their own.
    return new Promise((resolve) =>
      setImmediate(() =>
        resolve({ kind: 'ok', value: { entries, offset, total, nextOffset, dropped: 0 } }),
      ),
    );
  }
}

/** As long as names, codes and addresses usually are. */
function savedTrack(number: number) {
  const id = `7AbCdEfGhIjKlMn${number.toString(36).padStart(7, '0')}`;
  return {
    addedAtMs: NEWEST_MS + number * MINUTE_MS,
    addedBy: null,
    item: {
      uri: `spotify:track:${id}`,
      kind: 'track',
      name: `A title as long as most, ${number}`,
      artists: [`An artist's name ${number % 2_000}`],
      album: `An album's title, ${number % 6_000}`,
      durationMs: 200_000 + (number % 1_000),
      isrc: `GBAYE${String(number).padStart(7, '0')}`,
      imageUrl: `https://i.scdn.co/image/ab67616d00004851${id}00`,
      availability: 'available',
    },
  } as const;
}

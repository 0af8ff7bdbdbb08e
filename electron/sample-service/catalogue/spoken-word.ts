import { idOf } from './base62-id.ts';
import type { Audiobook, Episode, Show } from './catalogue-object.ts';
import { episodePlaceOf, showIndexOf } from './item-ref.ts';
import { bookTitle, episodeName, personName, publisherName, showName } from './names.ts';
import { hash32, intBelow, type Random, seededRandom } from './seeded-random.ts';

const FEWEST_EPISODES = 300;
const FORTNIGHT_DAYS = 14;
const DAY_MS = 86_400_000;

/** Episodes of a show: 300 … 499. Places from 0, the oldest first. */
export function showLength(seed: number, showIndex: number): number {
  return FEWEST_EPISODES + (hash32(seed, 0x5408, showIndex) % 200);
}

export function makeShow(seed: number, index: number): Show {
  const id = idOf(seed, 'show', index);
  const random = stream(seed, 6, index);
  return {
    kind: 'show',
    id,
    uri: `spotify:show:${id}`,
    name: showName(random),
    publisher: publisherName(random),
    totalEpisodes: showLength(seed, index),
  };
}

/** `newestYear`: the last episode of every show came out at its end. */
export function makeEpisode(seed: number, index: number, newestYear: number): Episode {
  const id = idOf(seed, 'episode', index);
  const random = stream(seed, 5, index);
  const place = episodePlaceOf(index);
  const show = makeShow(seed, showIndexOf(index));
  const daysAgo = (show.totalEpisodes - 1 - place) * FORTNIGHT_DAYS + intBelow(5, random);
  const released = new Date(Date.UTC(newestYear, 11, 31) - daysAgo * DAY_MS);
  return {
    kind: 'episode',
    id,
    uri: `spotify:episode:${id}`,
    name: episodeName(place + 1, random),
    show,
    durationMs: 1_200_000 + intBelow(3_600_000, random),
    releaseDate: released.toISOString().slice(0, 10),
  };
}

export function makeAudiobook(seed: number, index: number): Audiobook {
  const id = idOf(seed, 'audiobook', index);
  const random = stream(seed, 8, index);
  const readers = 1 + intBelow(3, random);
  return {
    kind: 'audiobook',
    id,
    uri: `spotify:show:${id}`,
    name: bookTitle(random),
    authors: [personName(random)],
    narrators: Array.from({ length: readers }, () => personName(random)),
    totalChapters: 8 + intBelow(40, random),
  };
}

function stream(seed: number, number: number, index: number): Random {
  return seededRandom(hash32(seed, number, index));
}

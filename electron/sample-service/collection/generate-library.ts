import { idOf } from '../catalogue/base62-id.ts';
import {
  episodeIndexOf,
  episodeRef,
  type ItemRef,
  kindOfRef,
  localRef,
  trackIndexOf,
  trackRef,
} from '../catalogue/item-ref.ts';
import { PlaylistNames } from '../catalogue/playlist-names.ts';
import type { SampleCatalogue } from '../catalogue/sample-catalogue.ts';
import { hash32, intBelow, pick, type Random, seededRandom } from '../catalogue/seeded-random.ts';
import type { SampleLibrarySize } from '../sample-service.ts';
import { addedAtMs, DAY_MS, SPAN_MS } from './added-at.ts';
import { FEWEST_SHOWS, generateSaved } from './generate-saved.ts';
import type { LibraryContents } from './library-state.ts';
import { type Entry, PlaylistState } from './playlist-state.ts';
import { OTHER_USERS, SAMPLE_USER } from './sample-user.ts';

/** Of followed playlists, every so manieth lets the user take part. */
const COLLABORATIVE_EVERY = 24;

export interface GenerateOptions {
  readonly seed: number;
  readonly size: SampleLibrarySize;
  readonly catalogue: SampleCatalogue;
  /** Nothing was added after it. */
  readonly newestMs: number;
}

/** Makes a library of the given size. Names are left for later; this only places references. */
export function generateLibrary(options: GenerateOptions): LibraryContents {
  const { seed, size, catalogue } = options;
  // Whole days, so that the same seed gives the same library however often the service starts.
  const newestMs = Math.floor(options.newestMs / DAY_MS) * DAY_MS;
  const saved = generateSavedTracks(size.savedTracks, catalogue, newestMs, hash32(seed, 11));
  const albumCount = Math.max(24, saved.albumCount);
  const year = new Date(newestMs).getUTCFullYear();
  const names = new PlaylistNames(seededRandom(hash32(seed, 12)), year);
  const source: ItemSource = { catalogue, albumCount, withdrawn: new Set() };
  const playlists: PlaylistState[] = [];
  const lengths = playlistLengths(size.ownPlaylists, size.itemsPerPlaylist, hash32(seed, 13));
  for (let index = 0; index < size.ownPlaylists + size.followedPlaylists; index += 1) {
    const random = seededRandom(hash32(seed, 14, index));
    const own = index < size.ownPlaylists;
    const owner = own ? SAMPLE_USER : pick(OTHER_USERS, random);
    const collaborative = own
      ? random() < 0.04
      : (index - size.ownPlaylists) % COLLABORATIVE_EVERY === 3;
    playlists.push(
      new PlaylistState(
        {
          id: idOf(seed, 'playlist', index),
          name: own ? names.own() : names.others(),
          description: names.description(),
          ownerId: owner.id,
          ownerName: owner.displayName,
          isPublic: !collaborative && random() < (own ? 0.3 : 0.9),
          collaborative,
        },
        generateItems({
          length: own ? (lengths[index] ?? 0) : 15 + intBelow(70, random),
          source,
          random,
          newestMs: newestMs - Math.floor(random() ** 2 * SPAN_MS * 0.8),
          addedBy: collaborative
            ? [owner.id, SAMPLE_USER.id, pick(OTHER_USERS, random).id]
            : [owner.id],
          oddities: index === 1,
        }),
      ),
    );
  }
  const allAlbums = Math.max(albumsIn(source), Math.ceil((size.savedAlbums ?? 0) * 1.3));
  const collections = generateSaved({ seed, size, catalogue, newestMs, albumCount: allAlbums });
  const unplayable = greyedOut(saved.entries, playlists, seededRandom(hash32(seed, 16)));
  return {
    savedTracks: saved.entries,
    playlists: interleave(playlists, seededRandom(hash32(seed, 15))),
    saved: collections,
    nextAlbumIndex: allAlbums,
    nextPlaylistIndex: playlists.length,
    unplayable: new Set([...unplayable, ...collections.unplayable]),
    withdrawn: new Set([...source.withdrawn, ...collections.withdrawn]),
  };
}

/** Newest first; several tracks of one album come together, as when somebody likes a record. */
function generateSavedTracks(
  count: number,
  catalogue: SampleCatalogue,
  newestMs: number,
  seed: number,
): { entries: Entry[]; albumCount: number } {
  const random = seededRandom(seed);
  const entries: Entry[] = [];
  let albumIndex = 0;
  for (; entries.length < count; albumIndex += 1) {
    const length = catalogue.albumLength(albumIndex);
    const first = intBelow(length, random);
    const taken = Math.min(
      1 + Math.floor(random() ** 2 * 4),
      length - first,
      count - entries.length,
    );
    for (let place = first; place < first + taken; place += 1) {
      entries.push({
        ref: trackRef(trackIndexOf(albumIndex, place)),
        addedAtMs: addedAtMs(entries.length, count, newestMs, random),
        addedBy: null,
      });
    }
  }
  return { entries, albumCount: albumIndex };
}

/** Lengths that vary around the mean and sum up to it exactly; one is empty where there are ten. */
function playlistLengths(count: number, mean: number, seed: number): number[] {
  const random = seededRandom(seed);
  const lengths = Array.from({ length: count }, () => Math.round(mean * (0.3 + 1.4 * random())));
  if (count >= 10) {
    lengths[Math.floor(count / 2)] = 0;
  }
  let missing = Math.round(count * mean) - lengths.reduce((sum, length) => sum + length, 0);
  for (let index = 0; missing !== 0 && count > 0; index = (index + 1) % count) {
    const length = lengths[index] ?? 0;
    const step = Math.sign(missing);
    if (count < 10 || index !== Math.floor(count / 2)) {
      if (length + step >= 0) {
        lengths[index] = length + step;
        missing -= step;
      }
    }
  }
  return lengths;
}

interface ItemSource {
  readonly catalogue: SampleCatalogue;
  readonly albumCount: number;
  /** Filled with what the catalogue no longer has. */
  readonly withdrawn: Set<ItemRef>;
}

interface ItemsRequest {
  readonly length: number;
  readonly source: ItemSource;
  readonly random: Random;
  readonly newestMs: number;
  readonly addedBy: readonly string[];
  /** One of each oddity for certain, so that a small library has them too. */
  readonly oddities: boolean;
}

/** Oldest first, as people append. Oddities of real lists are in it in small numbers. */
function generateItems(request: ItemsRequest): Entry[] {
  const { length, source, random } = request;
  const entries: Entry[] = [];
  const spanMs = Math.floor((0.05 + random()) * 500) * DAY_MS;
  // Lists from before dates were kept have none at their start (facts §2).
  const undated = request.oddities || random() < 0.08 ? Math.ceil(length * 0.1) : 0;
  for (let position = 0; position < length; position += 1) {
    const share = (position + random()) / length;
    const previous = entries[intBelow(Math.max(1, position), random)];
    const duplicate = previous !== undefined && random() < 0.012;
    const odd = request.oddities ? oddItem(position, source, random) : null;
    entries.push({
      ref: odd ?? (duplicate ? previous.ref : someItem(source, random)),
      addedAtMs:
        position < undated
          ? null
          : Math.floor((request.newestMs - (1 - share) * spanMs) / 1000) * 1000,
      addedBy: pick(request.addedBy, random),
    });
  }
  const [first] = entries;
  const last = entries.at(-1);
  if (request.oddities && first !== undefined && last !== undefined) {
    entries[entries.length - 1] = { ...last, ref: first.ref };
  }
  return entries;
}

function oddItem(position: number, source: ItemSource, random: Random): ItemRef | null {
  switch (position) {
    case 2:
      return localRef(intBelow(5_000, random));
    case 3:
      return someEpisode(random);
    case 4:
      return withdrawnTrack(source, random);
    default:
      return null;
  }
}

function someItem(source: ItemSource, random: Random): ItemRef {
  const chance = random();
  if (chance < 0.008) {
    return localRef(intBelow(5_000, random));
  }
  if (chance < 0.02) {
    return someEpisode(random);
  }
  return chance > 0.996 ? withdrawnTrack(source, random) : someTrack(source, 0, random);
}

function someEpisode(random: Random): ItemRef {
  const number = intBelow(2_000, random);
  return episodeRef(episodeIndexOf(number % FEWEST_SHOWS, Math.floor(number / FEWEST_SHOWS)));
}

function someTrack(source: ItemSource, firstAlbum: number, random: Random): ItemRef {
  const albumIndex = firstAlbum + intBelow(albumsIn(source) - firstAlbum, random);
  const place = intBelow(source.catalogue.albumLength(albumIndex), random);
  return trackRef(trackIndexOf(albumIndex, place));
}

/** Never a saved one: no recorded body shows `null` among the saved tracks. */
function withdrawnTrack(source: ItemSource, random: Random): ItemRef {
  const ref = someTrack(source, source.albumCount, random);
  source.withdrawn.add(ref);
  return ref;
}

/** Albums that anything can come from: the saved ones and two fifths more. */
function albumsIn(source: ItemSource): number {
  return Math.ceil(source.albumCount * 1.4);
}

/** About one in a hundred cannot be played where the user lives. */
function greyedOut(
  saved: readonly Entry[],
  playlists: readonly PlaylistState[],
  random: Random,
): Set<ItemRef> {
  const refs = new Set<ItemRef>();
  for (const entries of [saved, ...playlists.map((playlist) => playlist.entries)]) {
    for (const entry of entries) {
      if (random() < 0.008 && kindOfRef(entry.ref) !== 'local') {
        refs.add(entry.ref);
      }
    }
  }
  return refs;
}

/** Own and followed lists stand mixed, as in a sidebar that grew over years. */
function interleave(playlists: readonly PlaylistState[], random: Random): PlaylistState[] {
  return playlists
    .map((playlist) => ({ playlist, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ playlist }) => playlist);
}

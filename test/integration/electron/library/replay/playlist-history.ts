import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { ForeignTrack } from '../../../../../electron/sample-service/catalogue/foreign-tracks.ts';
import type { ForeignPlaylist } from '../../../../../electron/sample-service/collection/sample-library.ts';

const FOLDER = resolve(import.meta.dirname, '../../../../../../shared/playlist-history');

/** Whether the recorded histories of real playlists lie beside the project. */
export const hasPlaylistHistories = existsSync(FOLDER);

if (!hasPlaylistHistories) {
  process.stdout.write(`Skipped: no playlist histories in ${FOLDER}\n`);
}

const named = { id: z.string(), name: z.string() };
const fileSchema = z.object({
  id: z.string(),
  tracks: z.array(
    z.object({
      ...named,
      artists: z.array(z.object(named)),
      album: z.object(named),
      duration_ms: z.number().int(),
    }),
  ),
  versions: z.array(
    z.object({
      at: z.iso.datetime({ offset: true }),
      name: z.string(),
      description: z.string(),
      items: z.array(z.number().int()),
    }),
  ),
});

/** One version of a playlist, as it is put into the service. */
export interface Version {
  readonly atMs: number;
  readonly playlist: ForeignPlaylist;
  /** As it reads, without the links in it. */
  readonly description: string;
  /** What a history of it has to hold, in order. */
  readonly uris: readonly string[];
}

/** The names of all files, in an order that is always the same; none where there are none. */
export function playlistHistoryNames(): readonly string[] {
  return hasPlaylistHistories
    ? readdirSync(FOLDER)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : [];
}

/** Tracks by id: a track of two files is called in both as in the one that was read first. */
const tracks = new Map<string, ForeignTrack>();

/** Every version that was recorded of a playlist, oldest first. */
export function readVersions(name: string): readonly Version[] {
  const file = fileSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
  const known = file.tracks.map(({ duration_ms: durationMs, ...track }) => {
    const first = tracks.get(track.id) ?? { ...track, durationMs };
    tracks.set(track.id, first);
    return first;
  });
  return file.versions.map(({ at, name: title, description, items }) => {
    const listed = items.map((index) => {
      const track = known[index];
      if (track === undefined) {
        throw new RangeError(`${name} has no track ${index}.`);
      }
      return track;
    });
    return {
      atMs: Date.parse(at),
      description: description.replaceAll(/<a href="[^"]*">|<\/a>/g, ''),
      playlist: { id: file.id, name: title, description, tracks: listed },
      uris: listed.map((track) => `spotify:track:${track.id}`),
    };
  });
}

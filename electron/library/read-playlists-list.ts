import type { ApiFailure } from '../spotify/api-failure.ts';
import type { PlaylistSummary } from '../spotify/catalogue.ts';
import { MOST_ROWS } from '../spotify/paging.ts';
import { closePlaylistsList } from './close-playlists-list.ts';
import { ask, type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { serializeSummary } from './playlist-summary.ts';
import { dropStaged } from './staged-rows.ts';
import { TRIES } from './tries.ts';

/** Never shown: the list of playlists itself. */
const PLAYLISTS_LIST_NAME = 'Playlists';

/**
 * Reads the playlists list page by page, and closes it once it is known whole. What cannot be read
 * whole in a few tries is left as it was, for the next check.
 */
export async function readPlaylistsList(context: PassContext): Promise<StepResult> {
  const { repositories, account } = context;
  const { lists, readings, staging, passes, database } = repositories;
  const list = lists.openOnly(account.id, 'playlists', PLAYLISTS_LIST_NAME);
  readings.plan(account.id, list.id, null);
  let firstAskedAtMs: number | null = null;
  for (;;) {
    const reading = readings.find(list.id);
    if (reading === null || reading.state === 'left') {
      database.transaction(() => passes.writeStage(account.id, 'rotation'));
      return STEP_DONE;
    }
    if (reading.nextOffset === 0) {
      // Rows of an earlier reading, which moved, or was closed just before an end.
      await dropStaged(context, list.id);
    }
    // Every page but the first is asked for one row early: see `alignPage`.
    const offset = Math.max(0, reading.nextOffset - 1);
    const asked = await ask(context, (options) => context.api.playlists({ ...options, offset }));
    if (asked.kind !== 'ok') {
      if (asked.kind === 'cancelled' || !isOfThisListAlone(asked.failure)) {
        return asked.kind === 'cancelled' ? asked : { kind: 'stopped', failure: asked.failure };
      }
      context.logger.warn('The playlists list could not be read.', { why: asked.failure.kind });
      await dropStaged(context, list.id);
      database.transaction(() => {
        staging.dropPlaylists(account.id);
        readings.startAgain(list.id, 'left');
      });
      continue;
    }
    const page = asked.value;
    const known = staging.playlistIds(account.id);
    const verdict = judgePage(known, page, reading.total);
    if (verdict === 'start-again') {
      context.logger.info('The playlists list moved while it was read.', { tries: reading.tries });
      database.transaction(() => {
        staging.dropPlaylists(account.id);
        // A row that cannot be understood now cannot be a moment later.
        const isHopeless = page.dropped > 0 || reading.tries + 1 >= TRIES;
        readings.startAgain(list.id, isHopeless ? 'left' : 'waiting');
      });
      continue;
    }
    const fresh = page.entries.slice(known.length === 0 ? 0 : 1);
    // What the whole says is only as fresh as its oldest page. One from before a wait or a restart
    // is no older than the pass.
    firstAskedAtMs =
      known.length === 0
        ? asked.askedAtMs
        : (firstAskedAtMs ?? passes.find(account.id)?.startedAtMs ?? asked.askedAtMs);
    database.transaction(() => {
      for (const [index, summary] of fresh.entries()) {
        const position = known.length + index;
        staging.addPlaylist(account.id, position, summary.id, serializeSummary(summary));
        staging.add(list.id, position, {
          itemId: repositories.items.see(account.id, asItem(summary), asked.askedAtMs),
          availability: 'unknown',
          addedAtMs: null,
          addedBy: null,
        });
      }
      readings.writePage(list.id, {
        state: verdict === 'whole' ? 'confirming' : 'reading',
        total: page.total,
        nextOffset: known.length + fresh.length,
        snapshotId: null,
      });
    });
    context.onProgress(null);
    if (verdict === 'whole') {
      return closePlaylistsList(context, list, firstAskedAtMs);
    }
  }
}

/** The next check may fare better; meanwhile the collections need not wait for it. */
function isOfThisListAlone(failure: ApiFailure): boolean {
  switch (failure.kind) {
    case 'forbidden':
    case 'not-found':
    case 'unexpected':
      return true;
    case 'unreadable':
      return failure.isJson === true;
    default:
      return false;
  }
}

type PageVerdict = 'whole' | 'more' | 'start-again';

function judgePage(
  known: readonly string[],
  page: {
    readonly entries: readonly PlaylistSummary[];
    readonly total: number;
    readonly nextOffset: number | null;
    readonly dropped: number;
  },
  knownTotal: number | null,
): PageVerdict {
  const last = known.at(-1);
  const overlaps = last === undefined || page.entries[0]?.id === last;
  const fresh = page.entries.slice(last === undefined ? 0 : 1);
  const ids = new Set([...known, ...fresh.map((summary) => summary.id)]);
  const count = known.length + fresh.length;
  if (
    page.dropped > 0 ||
    !overlaps ||
    (knownTotal !== null && page.total !== knownTotal) ||
    count > page.total ||
    page.total > MOST_ROWS ||
    ids.size !== count
  ) {
    return 'start-again';
  }
  if (count === page.total) {
    return 'whole';
  }
  return page.nextOffset !== null && fresh.length > 0 ? 'more' : 'start-again';
}

function asItem(summary: PlaylistSummary) {
  return {
    uri: summary.uri,
    kind: 'playlist',
    name: summary.name,
    artists: [],
    album: null,
    durationMs: null,
    isrc: null,
    imageUrl: null,
    availability: 'unknown',
  } as const;
}

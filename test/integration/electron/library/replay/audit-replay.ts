import { SAMPLE_USER } from '../../../../../electron/sample-service/collection/sample-user.ts';
import { createRepositories } from '../../../../../electron/storage/repositories.ts';
import type { Change } from '../../../../../shared/change.ts';
import { unexplainedSteps } from './audit-changes.ts';
import { type ComparedPair, wrongDifferences } from './audit-differences.ts';
import { inventedStates, lostStates, readSeenStates } from './audit-states.ts';
import type { Put, Replay } from './replay.ts';

export interface Audit {
  /** A line for whatever is lost, invented or told wrongly; empty when all is well. */
  readonly complaints: readonly string[];
  /** States that the app saw, of all playlists. */
  readonly states: number;
  readonly changes: number;
  /** Pairs of states that were compared. */
  readonly compared: number;
}

export interface AuditOptions {
  /** Which of so many states of a list are compared. */
  readonly pairs: (states: number) => readonly ComparedPair[];
}

/** Holds everything that the app knows and told of a replay against what really was there. */
export async function auditReplay(
  { app, puts, sightings }: Replay,
  { pairs }: AuditOptions,
): Promise<Audit> {
  const { accounts, lists } = createRepositories(app.database);
  const accountId = accounts.find(SAMPLE_USER.accountId)?.id ?? 0;
  const page = await app.library.changes({ filter: 'all', offset: 0, count: 10_000_000 });
  const changes = page.rows.toReversed();
  const complaints: string[] = [];
  let states = 0;
  let compared = 0;
  for (const [id, put] of puts) {
    const list = lists.findPlaylist(accountId, id);
    if (list === null) {
      complaints.push(`${id} was never noticed.`);
      continue;
    }
    const seen = await readSeenStates(app.history, list.id);
    states += seen.length;
    const ofList = changes.filter((change) => change.list.id === list.id);
    const told = { listId: list.id, changes: ofList, seen };
    const chosen = pairs(seen.length);
    compared += chosen.length;
    const lines = [
      ...inventedStates(seen, put),
      ...(await lostStates(app.history, told, sightings.get(id) ?? [])),
      ...unexplainedSteps(told),
      ...(await wrongDifferences(app.history, told, chosen)),
      ...wrongAboutPlaylist(ofList, put),
    ];
    complaints.push(...lines.map((line) => `${id}: ${line}`));
  }
  const known = new Set([...puts.keys()].map((id) => `spotify:playlist:${id}`));
  const others = changes.filter(({ list: { uri } }) => uri === null || !known.has(uri));
  complaints.push(...others.map(({ kind, list }) => `${kind} of ${list.name}, which never was.`));
  return { complaints, states, changes: changes.length, compared };
}

/** Changes of what a playlist is called: each leads from the one before, and the last to the truth. */
function wrongAboutPlaylist(changes: readonly Change[], puts: readonly Put[]): string[] {
  const complaints: string[] = [];
  const all = puts.map(({ version }) => ({ ...version, name: version.playlist.name }));
  const last = all.at(-1);
  // What it was called when it was first seen is known by its first change only.
  const now: { name: string | null; description: string | null } = {
    name: null,
    description: null,
  };
  let created = 0;
  for (const change of changes) {
    switch (change.kind) {
      case 'playlist-created':
        created += 1;
        break;
      case 'playlist-renamed':
      case 'playlist-described': {
        const part = change.kind === 'playlist-renamed' ? 'name' : 'description';
        const { before } = change;
        if (now[part] !== null ? before !== now[part] : all.every((one) => one[part] !== before)) {
          complaints.push(`Its ${part} is told to have been another before a change.`);
        }
        now[part] = change.after;
        break;
      }
      default:
        if (change.kind.startsWith('playlist')) {
          complaints.push(`It is told of as ${change.kind}.`);
        }
    }
  }
  const isTrue =
    (now.name ?? last?.name) === last?.name &&
    (now.description ?? last?.description) === last?.description;
  return [
    ...complaints,
    ...(created === 1 ? [] : [`It is told ${created} times that it came.`]),
    ...(isTrue ? [] : ['What it is told to be called now is not so.']),
  ];
}

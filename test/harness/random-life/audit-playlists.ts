import type { Change } from '../../../shared/change.ts';
import { type Complaint, invented, lost, moment } from './complaint.ts';
import type { ToldLibrary, ToldList } from './told-library.ts';
import type { TrueNaming } from './truth.ts';
import type { TruthLog } from './truth-log.ts';

/** Holds what is told of the playlists themselves against what they were. */
export function auditPlaylists(log: TruthLog, told: ToldLibrary): Complaint[] {
  const first = told.lists.find(({ key }) => key === 'playlists')?.states[0]?.rows ?? [];
  return [
    ...auditComings(log, new Set(first.flatMap(({ uri }) => uri ?? [])), told.changes),
    ...told.lists.flatMap((list) =>
      list.firstNaming === null ? [] : auditNaming(log, list, list.firstNaming),
    ),
  ];
}

/** The playlists at first, with those that are told to have come and gone, are those at the end. */
function auditComings(log: TruthLog, there: Set<string>, changes: readonly Change[]): Complaint[] {
  const complaints: Complaint[] = [];
  for (const { kind, list, observedAfterMs, observedBeforeMs } of changes) {
    const uri = list.uri ?? '';
    const isComing = kind === 'playlist-created';
    if (!isComing && kind !== 'playlist-gone') {
      continue;
    }
    const during = log.playlistDuring(uri, observedAfterMs, observedBeforeMs);
    const happened = during.includes(null) && during.some((naming) => naming !== null);
    if (there.has(uri) === isComing || !happened) {
      complaints.push(invented(`${moment(observedBeforeMs)}: ${kind} ${uri}.`));
    }
    if (isComing) {
      there.add(uri);
    } else {
      there.delete(uri);
    }
  }
  const { playlists } = log.now;
  const untold = [...playlists.keys()].filter((uri) => !there.has(uri));
  const kept = [...there].filter((uri) => !playlists.has(uri));
  return [
    ...complaints,
    ...untold.map((uri) => lost(`It is not told that ${uri} came.`)),
    ...kept.map((uri) => lost(`It is not told that ${uri} went.`)),
  ];
}

type Part = keyof TrueNaming;

/** From the first naming to the last, each change begins where the one before it ended. */
function auditNaming(log: TruthLog, list: ToldList, first: TrueNaming): Complaint[] {
  const complaints: Complaint[] = [];
  const now: Record<Part, string | boolean | null> = { ...first };
  for (const change of list.changes) {
    const step = stepOf(change);
    if (step === null) {
      continue;
    }
    const { part, before, after } = step;
    const { observedAfterMs, observedBeforeMs } = change;
    const was = log
      .playlistDuring(list.key, observedAfterMs, observedBeforeMs)
      .some((naming) => naming?.[part] === after);
    if (before !== now[part] || !was) {
      complaints.push(
        invented(
          `${moment(observedBeforeMs)}: ${list.key}: ${part} from ${before} to ${after}, ` +
            `after ${now[part]}.`,
        ),
      );
    }
    now[part] = after;
  }
  const truth = log.now.playlists.get(list.key);
  const parts: readonly Part[] = ['name', 'description', 'isPublic', 'isCollaborative'];
  return [
    ...complaints,
    ...parts.flatMap((part) =>
      truth === undefined || (truth[part] === now[part] && truth[part] === list.naming?.[part])
        ? []
        : [lost(`${list.key}: ${part} is ${truth[part]}, told is ${now[part]}.`)],
    ),
  ];
}

function stepOf(
  change: Change,
): { part: Part; before: string | boolean; after: string | boolean } | null {
  switch (change.kind) {
    case 'playlist-renamed':
      return { part: 'name', before: change.before, after: change.after };
    case 'playlist-described':
      return { part: 'description', before: change.before, after: change.after };
    case 'playlist-visibility':
      return { part: 'isPublic', before: !change.isPublic, after: change.isPublic };
    case 'playlist-collaborative': {
      const { isCollaborative } = change;
      return { part: 'isCollaborative', before: !isCollaborative, after: isCollaborative };
    }
    default:
      return null;
  }
}

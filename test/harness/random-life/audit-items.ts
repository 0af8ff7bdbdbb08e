import type { Change } from '../../../shared/change.ts';
import { type Complaint, invented, lost, moment } from './complaint.ts';
import type { ToldLibrary } from './told-library.ts';
import type { TruthLog } from './truth-log.ts';

type OfItem = Extract<Change, { item: object }>;

/** Holds what is told of items greying out, coming back and being renamed against the truth. */
export function auditItems(log: TruthLog, told: ToldLibrary): Complaint[] {
  const byUri = new Map<string, OfItem[]>();
  for (const change of told.changes) {
    if ('item' in change) {
      const { uri } = change.item;
      byUri.set(uri, [...(byUri.get(uri) ?? []), change]);
    }
  }
  return [...byUri].flatMap(([uri, changes]) => [
    ...auditAvailability(log, uri, changes),
    ...auditNames(log, uri, changes),
  ]);
}

/** It greys out and comes back in turn, each at a time at which it was so. */
function auditAvailability(log: TruthLog, uri: string, changes: readonly OfItem[]): Complaint[] {
  let last: string | null = null;
  return changes.flatMap(({ kind, observedAfterMs, observedBeforeMs }) => {
    if (kind !== 'item-unavailable' && kind !== 'item-available') {
      return [];
    }
    const isTwice = kind === last;
    last = kind;
    const was = log
      .itemDuring(uri, observedAfterMs, observedBeforeMs)
      .some(({ isAvailable }) => isAvailable === (kind === 'item-available'));
    return was && !isTwice
      ? []
      : [invented(`${moment(observedBeforeMs)}: ${kind} ${uri}${isTwice ? ' again' : ''}.`)];
  });
}

/** From each name to the next. */
function auditNames(log: TruthLog, uri: string, changes: readonly OfItem[]): Complaint[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'item-renamed') {
      return [];
    }
    const { observedAfterMs, observedBeforeMs, before, item } = change;
    const names = log.itemDuring(uri, observedAfterMs, observedBeforeMs).map(({ name }) => name);
    return names.includes(before.name) && names.length > 1
      ? []
      : [invented(`${moment(observedBeforeMs)}: ${uri} from ${before.name} to ${item.name}.`)];
  });
}

function namesOf(log: TruthLog, uri: string): string[] {
  return log.itemDuring(uri, 0, Number.MAX_SAFE_INTEGER).map(({ name }) => name);
}

/**
 * Nothing is kept back: what is known of every item is what it is now, and where that is another
 * thing than at first, it was told. Holds once every list was looked at since the last change.
 */
export function auditKnownItems(log: TruthLog, told: ToldLibrary): Complaint[] {
  const lastOf = new Map<string, string>();
  for (const change of told.changes) {
    if (change.kind === 'item-unavailable' || change.kind === 'item-available') {
      lastOf.set(change.item.uri, change.kind);
    }
  }
  const complaints = new Map<string, Complaint>();
  for (const { key, states } of told.lists) {
    if (!log.now.lists.has(key)) {
      continue;
    }
    for (const { uri, name, isAvailable } of states.at(-1)?.rows ?? []) {
      const item = uri === null ? undefined : log.now.items.get(uri);
      if (uri === null || item === undefined) {
        continue;
      }
      if (isAvailable !== null && isAvailable !== item.isAvailable) {
        const text = `${uri} is ${item.isAvailable ? 'there' : 'greyed out'}, in ${key}.`;
        complaints.set(`availability ${uri}`, lost(text));
      }
      const last = lastOf.get(uri);
      if (last !== undefined && (last === 'item-available') !== item.isAvailable) {
        complaints.set(`told ${uri}`, lost(`The last that is told of ${uri} is ${last}.`));
      }
      // What is gone keeps the name it had when it was seen last.
      const names = item.isAvailable ? [item.name] : namesOf(log, uri);
      if (!names.includes(name)) {
        complaints.set(`name ${uri}`, lost(`${uri} is called ${item.name}, not ${name}.`));
      }
    }
  }
  return [...complaints.values()];
}

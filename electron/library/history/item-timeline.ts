import type { ItemEvent } from '../../../shared/history.ts';
import type { ItemSpan, PastAvailability } from '../../storage/history-items.ts';
import type { StoredAvailability } from '../../storage/items.ts';

/** A moment of a list's history: a revision of it that was seen. */
export interface Step {
  readonly kind: 'came' | 'went';
  readonly span: ItemSpan;
  readonly revision: number;
}

/**
 * When an item came to a list or went from it, oldest first. A row that ended where another of the
 * same item began only moved, or says something else of it now.
 *
 * @param spans - every row that ever held the item, in any list
 */
export function arrivalsAndDepartures(spans: readonly ItemSpan[]): Step[] {
  const departures = new Map<string, ItemSpan[]>();
  for (const span of spans) {
    if (span.toRevision !== null) {
      const key = `${span.list.id} ${span.toRevision}`;
      departures.set(key, [...(departures.get(key) ?? []), span]);
    }
  }
  const steps: Step[] = [];
  const continuing = new Set<ItemSpan>();
  // Exact pairs first, as in a comparison, so that none is broken up by an inexact one.
  for (const isContinuedBy of [isSameAddition, () => true]) {
    for (const span of spans) {
      const ended = departures.get(`${span.list.id} ${span.fromRevision}`) ?? [];
      const index = continuing.has(span) ? -1 : ended.findIndex((old) => isContinuedBy(old, span));
      if (index >= 0) {
        continuing.add(span);
        ended.splice(index, 1);
      }
    }
  }
  for (const span of spans) {
    if (!continuing.has(span)) {
      steps.push({ kind: 'came', span, revision: span.fromRevision });
    }
  }
  for (const ended of departures.values()) {
    for (const span of ended) {
      steps.push({ kind: 'went', span, revision: span.toRevision ?? span.fromRevision });
    }
  }
  return steps.sort((one, other) => one.revision - other.revision);
}

function isSameAddition(one: ItemSpan, other: ItemSpan): boolean {
  return one.addedAtMs === other.addedAtMs && one.addedBy === other.addedBy;
}

/**
 * When an item greyed out and came back, oldest first. What was not known before is no change; an
 * item that was grey at the first look has a window without a beginning.
 */
export function availabilityEvents(
  past: readonly PastAvailability[],
  present: { readonly availability: StoredAvailability; readonly sinceMs: number | null },
): ItemEvent[] {
  const events: ItemEvent[] = [];
  const last = past.at(-1);
  const states = [
    ...past.map(({ availability, sinceMs }) => ({ availability, sinceMs })),
    { availability: present.availability, sinceMs: present.sinceMs ?? last?.endedBeforeMs ?? 0 },
  ];
  for (const [index, { availability, sinceMs }] of states.entries()) {
    const before = past[index - 1];
    const wasGrey = before !== undefined && isGrey(before.availability);
    if (isGrey(availability) !== wasGrey) {
      events.push({
        kind: wasGrey ? 'came-back' : 'greyed-out',
        observedAfterMs: before?.endedAfterMs ?? null,
        observedBeforeMs: sinceMs,
      });
    }
  }
  return events;
}

function isGrey(availability: StoredAvailability): boolean {
  return availability === 'unavailable' || availability === 'missing';
}

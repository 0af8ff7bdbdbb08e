import type { ItemSummary } from '../../shared/change.ts';
import type { HistoricList, HistoricRow, ListObservation } from '../../shared/history.ts';
import type { ListInMemory } from '../doubles/history-in-memory.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What is the same at all times unless something else is said. */
export function historicList(
  id: number,
  name: string,
  more: Partial<HistoricList> = {},
): HistoricList {
  return {
    id,
    kind: 'playlist',
    uri: `spotify:playlist:${String(id).padStart(22, '0')}`,
    name,
    description: '',
    isPublic: false,
    isCollaborative: false,
    isListed: true,
    ...more,
  };
}

interface Told {
  readonly item: number;
  readonly addedAtMs: number;
  readonly addedBy: string | null;
}

interface SampleHistory {
  readonly list: (atMs: number) => HistoricList;
  readonly items: readonly ItemSummary[];
  /** When it was seen to be another, oldest first. */
  readonly times: readonly number[];
  readonly startSize: number;
  /** When it was last looked at. */
  readonly seenUntilMs: number;
  /** From one observation on nobody looked for so long, before the next. */
  readonly unwatched?: { readonly after: number; readonly forMs: number };
}

/** A list that grows, loses a song now and then, and is put in another order once in a while. */
export function sampleHistory(sample: SampleHistory): ListInMemory {
  const { items, times, seenUntilMs, unwatched } = sample;
  const states: (readonly Told[])[] = [];
  let state: readonly Told[] = Array.from({ length: sample.startSize }, (_, item) => ({
    item,
    addedAtMs: (times[0] ?? 0) - (400 - item) * DAY_MS,
    addedBy: null,
  }));
  let next = sample.startSize;
  for (const [index, atMs] of times.entries()) {
    if (index > 0) {
      const added = Array.from({ length: index % 4 === 3 ? 0 : 1 + (index % 3) }, (_, at) => ({
        item: (next + at) % items.length,
        addedAtMs: atMs - 20 * 60_000,
        addedBy: index % 5 === 2 ? 'harbour.lights' : null,
      }));
      next += added.length;
      const lost = index % 4 === 3 ? 1 + (index % 7) : 0;
      const from = (index * 5) % Math.max(1, state.length - lost);
      const kept = [...state.slice(0, from), ...state.slice(from + lost)];
      const [first, ...others] = kept;
      state =
        index % 6 === 5 && first !== undefined
          ? [...others.slice(0, 8), first, ...others.slice(8), ...added]
          : [...kept, ...added];
    }
    states.push(state);
  }
  const rowsOf = (told: readonly Told[]): readonly HistoricRow[] =>
    told.flatMap(({ item, addedAtMs, addedBy }, position): HistoricRow[] => {
      const summary = items[item % items.length];
      const availability = item % 13 === 6 ? 'unavailable' : 'available';
      return summary === undefined
        ? []
        : [{ kind: 'item', position, addedAtMs, addedBy, item: summary, availability }];
    });
  return {
    list: sample.list,
    observations: times.map((atMs, index): ListObservation => {
      const nextMs = times[index + 1];
      const gapMs = unwatched?.after === index ? unwatched.forMs : HOUR_MS;
      return {
        id: index + 1,
        observedAfterMs: index === 0 ? null : atMs - HOUR_MS,
        observedBeforeMs: atMs,
        unchangedUntilMs:
          nextMs === undefined ? Math.max(atMs, seenUntilMs) : Math.max(atMs, nextMs - gapMs),
      };
    }),
    rowsAt: (index) => rowsOf(states[index] ?? []),
    sizeAt: (index) => states[index]?.length ?? 0,
  };
}

/** Days before a moment at which something changed: closer together the later. */
export function sampleTimes(count: number, spanMs: number, endMs: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const share = index / Math.max(1, count - 1);
    const wobble = ((index * 37) % 11) / 11 - 0.5;
    const early = 1 - share ** 1.3;
    return Math.round(
      endMs - early * spanMs + (index === 0 || share === 1 ? 0 : wobble * HOUR_MS * 30),
    );
  }).toSorted((one, other) => one - other);
}

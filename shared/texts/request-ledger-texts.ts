import type { RequestBudget } from '../library-status.ts';
import type { RequestFamily } from '../request-family.ts';
import { requestsLeft } from '../request-reserve.ts';
import { countOf, groupedNumber } from './quantities.ts';
import type { TextFormat } from './text-format.ts';
import { clockTime, daysBetween, momentPhrase, nearDay, untilPhrase } from './time-phrases.ts';
import type { Wait } from './wait-texts.ts';

const MINUTE_MS = 60_000;

export const requestLedgerTexts = {
  title: 'Requests',
  label: 'Requests of the last 24 hours against your limit',
  hourLabel: (hour: string, count: string) => `${hour}: ${count}`,
  failed: 'The requests could not be loaded',
  none: 'No request in the last 24 hours.',
  chart: 'Requests by hour. Move between hours with the arrow keys.',
  byFamily: 'By kind of question',
  tableHour: 'Hour',
  tableTotal: 'In all',
  explanation:
    'Spotify answers a person’s client ID only so often a day, and locks it for up to a day when that is used up. Your own limits keep you clear of that; the mark shows where the share begins that is kept for you. A request stops counting a day after it was made.',
  change: 'Change limits and interval',
  noneSent: 'Until then nothing is asked: that would only make the wait longer.',
} as const;

/** What is asked for, in plain words. */
export const FAMILY_NAMES: Readonly<Record<RequestFamily, string>> = {
  profile: 'Your profile',
  library: 'Saved music and podcasts',
  playlists: 'Playlists',
  'playlist-items': 'Playlist contents',
  catalogue: 'Single items',
};

/** How many requests are left and for whom; where checks have none, when they have again. */
export function leftPhrase(budget: RequestBudget, nowMs: number, format: TextFormat = {}): string {
  const { forChecks, keptForUser } = requestsLeft(budget);
  const number = (value: number) => groupedNumber(value, format);
  if (forChecks > 0) {
    return `${number(forChecks + keptForUser)} of your own limit are left: ${number(forChecks)} for Cratewatch’s own checks, and ${number(keptForUser)} kept for what you ask by hand.`;
  }
  const again =
    budget.fullUntilMs === null
      ? ''
      : `Cratewatch’s own checks can go on ${momentPhrase(roundedUp(budget.fullUntilMs), nowMs, format)}, when the oldest of them stop counting.`;
  const left =
    keptForUser > 0
      ? `${number(keptForUser)} of your own limit are left, kept for what you ask by hand.`
      : 'Nothing of your own limit is left.';
  return [left, again].filter(Boolean).join(' ');
}

/** "41 of 500", and "438 of 500, full until 19:53" where checks have to wait for this kind. */
export function familyPhrase(
  { usedInLastDay, fullUntilMs }: RequestBudget['families'][number],
  budget: Pick<RequestBudget, 'budgetPerFamilyPerDay'>,
  nowMs: number,
  format: TextFormat = {},
): string {
  const use = `${groupedNumber(usedInLastDay, format)} of ${groupedNumber(budget.budgetPerFamilyPerDay, format)}`;
  return fullUntilMs === null
    ? use
    : `${use}, full ${untilPhrase(roundedUp(fullUntilMs), nowMs, format)}`;
}

/** What a wait means for the requests, beside its own sentence; null where that says it all. */
export function waitNote(wait: Wait): string | null {
  return wait.reason === 'quota-exhausted' ? requestLedgerTexts.noneSent : null;
}

/** Requests that are counted without being known any better; null where there are none. */
export function unknownPhrase(
  { usedInLastDay, families }: RequestBudget,
  format: TextFormat = {},
): string | null {
  const known = families.reduce((sum, family) => sum + family.usedInLastDay, 0);
  const unknown = usedInLastDay - known;
  if (unknown <= 0) return null;
  return unknown === 1
    ? 'Of 1 more request only the number is known.'
    : `Of ${groupedNumber(unknown, format)} more requests only the number is known.`;
}

/** "14:00 to 15:00", "Yesterday, 21:00 to 22:00", "15:00 until now". */
export function hourPhrase(
  startMs: number,
  endMs: number | null,
  nowMs: number,
  format: TextFormat = {},
): string {
  const start = clockTime(startMs, format);
  const span = endMs === null ? `${start} until now` : `${start} to ${clockTime(endMs, format)}`;
  return daysBetween(startMs, nowMs, format) === 0
    ? span
    : `${nearDay(startMs, nowMs, format)}, ${span}`;
}

/** "422 requests", "no request". */
export function requestCount(count: number, format: TextFormat = {}): string {
  return count === 0 ? 'no request' : countOf(count, 'request', 'requests', format);
}

/** "Playlist contents 416". */
export function familyCount(family: RequestFamily, count: number, format: TextFormat = {}): string {
  return `${FAMILY_NAMES[family]} ${groupedNumber(count, format)}`;
}

/** "12:00 to 13:00: 422 requests, Playlists 6, Playlist contents 416". */
export function hourWords(
  { startMs, used }: RequestBudget['hours'][number],
  endMs: number | null,
  nowMs: number,
  format: TextFormat = {},
): string {
  const total = used.reduce((sum, { count }) => sum + count, 0);
  const hour = requestLedgerTexts.hourLabel(
    hourPhrase(startMs, endMs, nowMs, format),
    requestCount(total, format),
  );
  const parts = used.map(({ family, count }) => familyCount(family, count, format));
  return [hour, ...parts].join(', ');
}

function roundedUp(atMs: number): number {
  return Math.ceil(atMs / MINUTE_MS) * MINUTE_MS;
}

import type { RefreshRecord } from '../../../shared/connection.ts';
import type { SessionLife } from '../../../shared/session-state.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** As far as a row of renewals is worth looking back at. */
const SHOWN_MS = 12 * HOUR_MS;
/** A refresh is written down a little before or after its token is received. */
const SAME_MS = 2 * MINUTE_MS;
/** Renewal is planned at 85–90 % of a life: with so much of it left. */
const RENEWED_WITH = { most: 0.15, least: 0.1 } as const;

/** What happened to access, is so now, or is planned, oldest first. */
export type AccessEvent = {
  readonly atMs: number;
  /** Of the life until then, below 0 where it was over; null where nothing is known of it. */
  readonly leftMs: number | null;
} & (
  | { readonly kind: 'renewed' | 'failed'; readonly record: RefreshRecord }
  /** A sign-in, or a token that came another way. */
  | { readonly kind: 'received' | 'now' | 'planned' }
);

/** The lives of the last access tokens, one after the other. */
export interface AccessLives {
  readonly fromMs: number;
  readonly toMs: number;
  /** The length of one life. */
  readonly lifeMs: number;
  readonly times: readonly number[];
  /** What is left of life up to now; null: that is still to come. */
  readonly left: readonly (number | null)[];
  /** What will be left from now on; null: that is past. */
  readonly leftLater: readonly (number | null)[];
  /** What is left of a life when it is renewed as planned; null where it never is. */
  readonly renewedWith: { readonly leastMs: number; readonly mostMs: number } | null;
  readonly events: readonly AccessEvent[];
}

/**
 * Lays out how access was kept alive. Of the tokens before the present one only the begin is known;
 * each is taken to have had as long a life as the present one, as Spotify's do (facts §1).
 *
 * @param refreshes - newest first
 */
export function accessLives(
  life: SessionLife,
  refreshes: readonly RefreshRecord[],
  nowMs: number,
): AccessLives {
  const { receivedAtMs, accessTokenExpiresAtMs: endsAtMs, refreshAtMs } = life;
  const lifeMs = Math.max(1, endsAtMs - receivedAtMs);
  const untilMs = Math.max(nowMs, receivedAtMs);
  const renewals = refreshes.filter(
    ({ outcome, atMs }) => isRenewal(outcome) && atMs <= receivedAtMs + SAME_MS,
  );
  const [latest] = renewals;
  const isLatestPresent = latest !== undefined && Math.abs(latest.atMs - receivedAtMs) <= SAME_MS;
  const known: readonly Begin[] = [
    ...renewals
      .filter((record) => record !== latest || !isLatestPresent)
      .map((record) => ({ atMs: Math.min(record.atMs, receivedAtMs), record }))
      .toSorted((one, other) => one.atMs - other.atMs),
    { atMs: receivedAtMs, record: isLatestPresent ? latest : null },
  ];
  const shown = known.filter(({ atMs }) => atMs >= untilMs - SHOWN_MS || atMs === receivedAtMs);
  const fromMs = shown[0]?.atMs ?? receivedAtMs;
  const leftAt = (atMs: number): number | null => {
    const begin = known.findLast((each) => each.atMs < atMs);
    return begin === undefined ? null : begin.atMs + lifeMs - atMs;
  };

  const events: AccessEvent[] = [
    ...shown.map(
      ({ atMs, record }): AccessEvent =>
        record === null
          ? { kind: 'received', atMs, leftMs: leftAt(atMs) }
          : { kind: 'renewed', atMs, leftMs: leftAt(atMs), record },
    ),
    ...refreshes
      .filter(({ outcome, atMs }) => !isRenewal(outcome) && atMs > fromMs && atMs <= untilMs)
      .map(
        (record): AccessEvent => ({
          kind: 'failed',
          atMs: record.atMs,
          leftMs: leftAt(record.atMs),
          record,
        }),
      ),
    { kind: 'now', atMs: untilMs, leftMs: endsAtMs - untilMs },
    ...(refreshAtMs === null || refreshAtMs <= untilMs || refreshAtMs > endsAtMs
      ? []
      : [{ kind: 'planned' as const, atMs: refreshAtMs, leftMs: endsAtMs - refreshAtMs }]),
  ];

  const past = shown.flatMap(({ atMs }, index) =>
    fall(atMs, shown[index + 1]?.atMs ?? untilMs, lifeMs),
  );
  const later = laterFall(life, untilMs, lifeMs);
  return {
    fromMs,
    toMs: Math.max(endsAtMs, untilMs),
    lifeMs,
    times: [...past, ...later].map(([atMs]) => atMs),
    left: [...past.map(([, leftMs]) => leftMs), ...later.map(() => null)],
    leftLater: [...past.map(() => null), ...later.map(([, leftMs]) => leftMs)],
    renewedWith:
      refreshAtMs === null
        ? null
        : { leastMs: lifeMs * RENEWED_WITH.least, mostMs: lifeMs * RENEWED_WITH.most },
    events: events.toSorted((one, other) => one.atMs - other.atMs),
  };
}

interface Begin {
  readonly atMs: number;
  /** Null where it was no renewal. */
  readonly record: RefreshRecord | null;
}

type Corner = readonly [atMs: number, leftMs: number];

/** From a whole life down, along the ground where it is over. */
function fall(fromMs: number, toMs: number, lifeMs: number): Corner[] {
  const endMs = fromMs + lifeMs;
  return toMs <= endMs
    ? [
        [fromMs, lifeMs],
        [toMs, endMs - toMs],
      ]
    : [
        [fromMs, lifeMs],
        [endMs, 0],
        [toMs, 0],
      ];
}

/** What comes if all goes as planned. */
function laterFall(
  { accessTokenExpiresAtMs: endsAtMs, refreshAtMs }: SessionLife,
  nowMs: number,
  lifeMs: number,
): Corner[] {
  if (nowMs >= endsAtMs) return [];
  const now: Corner = [nowMs, endsAtMs - nowMs];
  if (refreshAtMs === null || refreshAtMs <= nowMs || refreshAtMs >= endsAtMs) {
    return [now, [endsAtMs, 0]];
  }
  return [now, [refreshAtMs, endsAtMs - refreshAtMs], ...fall(refreshAtMs, endsAtMs, lifeMs)];
}

function isRenewal(outcome: RefreshRecord['outcome']): boolean {
  return outcome === 'refreshed' || outcome === 'taken-from-cache';
}

/** The event that stands nearest to a time. */
export function nearestEvent(events: readonly AccessEvent[], atMs: number): number {
  let nearest = 0;
  for (const [index, event] of events.entries()) {
    const before = events[nearest]?.atMs ?? 0;
    if (Math.abs(event.atMs - atMs) < Math.abs(before - atMs)) nearest = index;
  }
  return nearest;
}

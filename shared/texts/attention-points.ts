import type { CollectionStatus, LibraryStatus } from '../library-status.ts';
import type { SessionState } from '../session-state.ts';
import { comingDay } from './renewal-notice-texts.ts';
import { whatStopsWithout } from './scopes-advice.ts';
import type { TextFormat } from './text-format.ts';
import { momentPhrase, shortDay } from './time-phrases.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The earliest of the three days on which the coming end is told (blueprint §3). */
const RENEWAL_NOTICE_DAYS = 30;
/** From this share of what checks may use in a day on, the user should know. */
const BUDGET_NEARLY_SPENT = 0.9;

export interface AttentionPoint {
  readonly kind: 'renewal' | 'access-token' | 'permissions' | 'budget';
  readonly text: string;
  /** What the link is called that leads to where something can be done. */
  readonly link: string;
}

/** What works today and yet deserves a look. What does not work is told by the status sentence. */
export function attentionPoints(
  session: SessionState,
  status: Pick<LibraryStatus, 'requests' | 'collections'>,
  nowMs: number,
  format: TextFormat = {},
): readonly AttentionPoint[] {
  const points: AttentionPoint[] = [];
  const life = session.kind === 'active' ? session.life : null;
  const renewBeforeMs = life?.renewBeforeMs ?? null;
  if (renewBeforeMs !== null && renewBeforeMs - nowMs <= RENEWAL_NOTICE_DAYS * DAY_MS) {
    const day = shortDay(renewBeforeMs, nowMs, format);
    points.push({
      kind: 'renewal',
      text:
        renewBeforeMs > nowMs
          ? `Your sign-in ends ${comingDay(renewBeforeMs, nowMs, format)}, on ${day}. Signing in again starts six new months.`
          : `Your sign-in ended on ${day}. Signing in again starts six new months.`,
      link: 'Renew it',
    });
  }
  if (life?.way === 'access-token') {
    points.push({
      kind: 'access-token',
      text: `Your access token ends ${momentPhrase(life.accessTokenExpiresAtMs, nowMs, format)} and cannot be renewed. Sign in to go on watching.`,
      link: 'Sign in',
    });
  }
  const stops = whatStopsWithout([
    ...(life?.missingScopes ?? []),
    ...missingFor(status.collections),
  ]);
  if (stops.length > 0) {
    points.push({
      kind: 'permissions',
      text: `${stops.join(' ')} Sign in again and agree to all that Spotify’s page asks.`,
      link: 'Sign in again',
    });
  }
  const { usedInLastDay, budgetPerDay, keptForUser, fullUntilMs } = status.requests;
  const nearlySpent = (budgetPerDay - keptForUser) * BUDGET_NEARLY_SPENT;
  if (fullUntilMs === null && nearlySpent > 0 && usedInLastDay >= nearlySpent) {
    points.push({
      kind: 'budget',
      text: 'The requests of the last 24 hours are nearly used up. Checks may have to wait.',
      link: 'Requests by hour',
    });
  }
  return points;
}

/**
 * What a sign-in from before Cratewatch watched as much as now was never asked for: Spotify refused
 * the collections that want it.
 */
function missingFor(collections: readonly CollectionStatus[]): readonly string[] {
  const isRefused = (kind: CollectionStatus['kind']) =>
    collections.some(
      (collection) => collection.kind === kind && collection.state === 'scope-missing',
    );
  const scopes: string[] = [];
  if (isRefused('saved-tracks')) {
    scopes.push('user-library-read');
  } else if (isRefused('saved-episodes')) {
    scopes.push('user-read-playback-position');
  }
  if (isRefused('followed-artists')) {
    scopes.push('user-follow-read');
  }
  return scopes;
}

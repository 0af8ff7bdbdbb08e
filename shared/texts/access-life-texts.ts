import type { Account, SessionLife, SignInWay } from '../session-state.ts';
import { countOf } from './quantities.ts';
import { nameOf } from './session-texts.ts';
import type { TextFormat } from './text-format.ts';
import { daysBetween, momentPhrase } from './time-phrases.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "43 minutes left", "less than a minute left", "over". Rounded down: it never says too much. */
export function timeLeftPhrase(endsAtMs: number, nowMs: number, format: TextFormat = {}): string {
  const leftMs = endsAtMs - nowMs;
  if (leftMs <= 0) return 'over';
  if (leftMs < MINUTE_MS) return 'less than a minute left';
  if (leftMs < 2 * HOUR_MS) {
    return `${countOf(Math.floor(leftMs / MINUTE_MS), 'minute', 'minutes', format)} left`;
  }
  return leftMs < 2 * DAY_MS
    ? `${countOf(Math.floor(leftMs / HOUR_MS), 'hour', 'hours', format)} left`
    : daysLeftPhrase(endsAtMs, nowMs, format);
}

/** "163 days left", "1 day left", "less than a day left", "over"; by the calendar, as notices do. */
export function daysLeftPhrase(endsAtMs: number, nowMs: number, format: TextFormat = {}): string {
  const days = daysBetween(nowMs, endsAtMs, format);
  if (endsAtMs <= nowMs) return 'over';
  return days < 1 ? 'less than a day left' : `${countOf(days, 'day', 'days', format)} left`;
}

/** How the access goes on: a sentence. */
export function accessPlanPhrase(
  { refreshAtMs, accessTokenExpiresAtMs, way }: SessionLife,
  isRefreshing: boolean,
  nowMs: number,
  format: TextFormat = {},
): string {
  if (way === 'access-token') {
    return `Never renewed; it ends ${momentPhrase(accessTokenExpiresAtMs, nowMs, format)}. That is no error: a pasted access token cannot be renewed.`;
  }
  if (isRefreshing) return 'Being renewed now.';
  // The sentence at the top of the page says when, and why not sooner.
  if (refreshAtMs === null) return 'Waiting to be renewed.';
  if (refreshAtMs <= nowMs) return 'Being renewed now.';
  return `Renewed by itself ${momentPhrase(refreshAtMs, nowMs, format)}, well before its end.`;
}

/** Who is signed in and how: a sentence. */
export function signedInPhrase(
  way: SignInWay,
  account: Account | null,
  mode: 'spotify' | 'sample',
): string {
  if (mode === 'sample') {
    const name = account === null ? 'Signed in' : `Signed in as ${nameOf(account)}`;
    return `${name}, to a small made-up Spotify on this computer.`;
  }
  switch (way) {
    case 'authorization-code':
      return account === null ? 'Signed in.' : `Signed in as ${nameOf(account)}.`;
    case 'client-credentials':
      return 'Signed in as your app alone, without an account. It sees only what is public.';
    case 'access-token':
      return account === null
        ? 'Signed in with a pasted access token.'
        : `Signed in as ${nameOf(account)}, with a pasted access token.`;
  }
}

import { describe, expect, it } from 'vitest';
import type { OfflineCause, ServiceState } from '../../../../shared/session-state.ts';
import { describeService } from '../../../../shared/texts/service-texts.ts';
import type { StatusAction, StatusTone } from '../../../../shared/texts/status-sentence.ts';
import { FORMAT, LATER_MS, NOW_MS } from './every-state.ts';

const TABLE: Readonly<
  Record<
    Exclude<ServiceState['kind'], 'ok' | 'offline'>,
    readonly [StatusTone, StatusAction, headline: string, toldInDetail: string]
  >
> = {
  'rate-limited': [
    'waiting',
    null,
    'Spotify asked for a short pause: waiting until 12:40:00',
    'many requests within a few seconds',
  ],
  'quota-exhausted': [
    'waiting',
    null,
    'Spotify’s daily quota: waiting until 12:40',
    'daily quota for your client ID',
  ],
  'budget-spent': [
    'waiting',
    null,
    'Your own daily limit: waiting until 12:40',
    'keeps you clear of Spotify’s daily quota',
  ],
  'service-trouble': ['waiting', 'retry', 'Spotify has trouble', 'The next try is at 12:40.'],
  'premium-lapsed': ['attention', 'retry', 'Spotify asks for Premium', 'looks again at 12:40.'],
  'not-allow-listed': [
    'attention',
    'retry',
    'This account is not on your app’s list',
    '“User Management”',
  ],
  'scope-missing': ['attention', 'sign-in', 'A permission is missing', 'Your history is kept.'],
};

const ROWS = (Object.keys(TABLE) as (keyof typeof TABLE)[]).map(
  (kind) => [kind, ...TABLE[kind]] as const,
);

describe('what stands between us and Spotify', () => {
  it.each(ROWS)('%s is %s with the action %s: %s', (kind, tone, action, headline, told) => {
    const sentence = describeService({ kind, untilMs: LATER_MS }, NOW_MS, FORMAT);
    expect(sentence).toMatchObject({ tone, action, headline });
    expect(sentence?.detail).toContain(told);
  });

  it.each<[OfflineCause, headline: string]>([
    ['no-network', 'You are offline'],
    ['unreachable', 'Spotify cannot be reached'],
    ['guest-network', 'This network wants you to sign in to it first'],
    ['untrusted', 'The connection to Spotify cannot be trusted'],
    ['certificate-date', 'The connection to Spotify cannot be trusted'],
    ['certificate-name', 'Somebody else answers in Spotify’s place'],
    ['proxy-login', 'Your proxy wants a name and password'],
    ['proxy-unreachable', 'Your proxy does not answer'],
    ['proxy-refused', 'Your proxy does not let Cratewatch through to Spotify'],
    ['proxy-unusable', 'Your proxy cannot be used'],
  ])('is out of reach for one named reason: %s', (cause, headline) => {
    const sentence = describeService({ kind: 'offline', cause }, NOW_MS, FORMAT);
    expect(sentence).toMatchObject({ tone: 'offline', action: 'retry', headline });
    expect(sentence?.detail).toContain('goes on by itself');
  });

  it('is nothing when all is well', () => {
    expect(describeService({ kind: 'ok' }, NOW_MS, FORMAT)).toBeNull();
  });

  it('says the day as well when the wait ends on another one', () => {
    const untilMs = NOW_MS + 20 * 3_600_000;
    const sentence = describeService({ kind: 'quota-exhausted', untilMs }, NOW_MS, FORMAT);
    expect(sentence?.headline).toBe('Spotify’s daily quota: waiting until tomorrow at 08:00');
  });
});

import { describe, expect, it } from 'vitest';
import type { MonitorState, PassPause } from '../../../../shared/library-status.ts';
import { describeMonitor, progressPhrase } from '../../../../shared/texts/monitor-texts.ts';
import { EVERY_PAUSE, FORMAT, LATER_MS, NOW_MS } from './every-state.ts';

const FIRST_PASS = {
  kind: 'first-pass',
  listName: 'Kitchen, loud',
  itemsDone: 3_400,
  itemsTotal: 12_000,
} as const;

function sentenceOn(state: MonitorState, unreadChanges = 0) {
  return describeMonitor(state, unreadChanges, 'your library', NOW_MS, FORMAT);
}

function pausedBy(pause: PassPause) {
  return sentenceOn({ kind: 'paused', pause, progress: null });
}

describe('what the monitor does', () => {
  it.each([
    [{ kind: 'idle' }, 'busy', null, 'Getting ready'],
    [{ kind: 'watching', nextCheckAtMs: LATER_MS }, 'good', 'check-now', 'Watching your library'],
    [
      { kind: 'checking', progress: FIRST_PASS },
      'busy',
      null,
      'Reading your library for the first time',
    ],
    [
      { kind: 'checking', progress: { ...FIRST_PASS, kind: 'light-check' } },
      'busy',
      null,
      'Checking your library',
    ],
  ] satisfies readonly (readonly [MonitorState, string, string | null, string])[])(
    '%o is %s with the action %s: %s',
    (state, tone, action, headline) => {
      expect(sentenceOn(state)).toMatchObject({ tone, action, headline });
    },
  );

  it.each([
    [0, 'Next check in 40 minutes.'],
    [1, '1 new change. Next check in 40 minutes.'],
    [1_204, '1,204 new changes. Next check in 40 minutes.'],
  ])('while watching, %i new changes are told before the next check', (unread, detail) => {
    expect(sentenceOn({ kind: 'watching', nextCheckAtMs: LATER_MS }, unread).detail).toBe(detail);
  });

  it.each([
    [{ kind: 'by-user', untilMs: null }, 'waiting', 'resume', 'Paused by you'],
    [{ kind: 'session' }, 'waiting', 'retry', 'Waiting for the connection to Spotify'],
    [{ kind: 'offline', cause: 'no-network' }, 'offline', 'retry', 'You are offline'],
    [{ kind: 'offline', cause: 'unreachable' }, 'offline', 'retry', 'Spotify cannot be reached'],
    [{ kind: 'not-allow-listed' }, 'attention', 'retry', 'This account is not on your app’s list'],
    [{ kind: 'scope-missing' }, 'attention', 'sign-in', 'A permission is missing'],
    [{ kind: 'disk-full' }, 'attention', 'check-now', 'The disk is full'],
    [
      { kind: 'storage-failed' },
      'attention',
      'check-now',
      'The library file cannot be used right now',
    ],
    [
      { kind: 'service', reason: 'premium-lapsed', untilMs: LATER_MS },
      'attention',
      'retry',
      'Spotify asks for Premium',
    ],
    [
      { kind: 'service', reason: 'rate-limited', untilMs: LATER_MS },
      'waiting',
      null,
      'Spotify asked for a short pause: waiting until 12:40:00',
    ],
  ] satisfies readonly (readonly [PassPause, string, string | null, string])[])(
    'a pause for %o is %s with the action %s: %s',
    (pause, tone, action, headline) => {
      expect(pausedBy(pause)).toMatchObject({ tone, action, headline });
    },
  );

  it('says when a pause ends that the user asked for', () => {
    expect(pausedBy({ kind: 'by-user', untilMs: LATER_MS })).toMatchObject({
      headline: 'Paused until 12:40',
      detail: 'You paused it. From then on it goes on by itself.',
    });
    expect(pausedBy({ kind: 'by-user', untilMs: null }).detail).toBe(
      'Nothing is checked until you resume it.',
    );
  });

  it('tells at every pause how far an unfinished first pass is', () => {
    for (const pause of EVERY_PAUSE) {
      const { detail } = sentenceOn({ kind: 'paused', pause, progress: FIRST_PASS });
      expect(detail).toBe(`${pausedBy(pause).detail} First pass: 3,400 of 12,000 items.`);
    }
  });

  it('tells nothing of a pass that has read nothing, or of a later check', () => {
    const pause: PassPause = { kind: 'offline', cause: 'no-network' };
    for (const progress of [
      { ...FIRST_PASS, itemsDone: 0 },
      { ...FIRST_PASS, kind: 'light-check' as const },
    ]) {
      expect(sentenceOn({ kind: 'paused', pause, progress })).toEqual(pausedBy(pause));
    }
  });
});

describe('how far a pass is', () => {
  it.each([
    [3_400, 12_000, '3,400 of 12,000 items'],
    [0, 1, '0 of 1 item'],
    [3_400, null, '3,400 items so far'],
    [1, null, '1 item so far'],
    [1, 0, '1 item so far'],
    [0, 0, 'looking at what there is'],
    [0, null, 'looking at what there is'],
  ])('%s done of %s reads “%s”', (itemsDone, itemsTotal, expected) => {
    expect(progressPhrase({ ...FIRST_PASS, itemsDone, itemsTotal }, FORMAT)).toBe(expected);
  });
});

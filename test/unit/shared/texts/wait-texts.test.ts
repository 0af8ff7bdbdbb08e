import { describe, expect, it } from 'vitest';
import {
  blockedCheckPhrase,
  currentWait,
  type Wait,
  waitSentence,
} from '../../../../shared/texts/wait-texts.ts';
import { EVERY_MONITOR, EVERY_SERVICE, FORMAT, LATER_MS, NOW_MS } from './every-state.ts';
import { complaintsAboutHeadline } from './plain-words.ts';

const DAY = 24 * 3_600_000;

describe('a wait', () => {
  it.each<[Wait['reason'], number, string]>([
    ['quota-exhausted', LATER_MS, 'Spotify’s daily quota: waiting until 12:40'],
    // Told to the minute it must not end after the minute that was told.
    ['quota-exhausted', LATER_MS - 59_999, 'Spotify’s daily quota: waiting until 12:40'],
    ['quota-exhausted', LATER_MS + 1, 'Spotify’s daily quota: waiting until 12:41'],
    ['quota-exhausted', LATER_MS + DAY, 'Spotify’s daily quota: waiting until tomorrow at 12:40'],
    ['budget-spent', LATER_MS, 'Your own daily limit: waiting until 12:40'],
    ['rate-limited', NOW_MS + 9_001, 'Spotify asked for a short pause: waiting until 12:00:10'],
  ])('for %s until %i is “%s”', (reason, untilMs, expected) => {
    const sentence = waitSentence({ reason, untilMs }, NOW_MS, FORMAT);
    expect(sentence).toBe(expected);
    expect(complaintsAboutHeadline(sentence)).toEqual([]);
    const [why, until] = expected.split(': ');
    const blocked = blockedCheckPhrase({ reason, untilMs }, NOW_MS, FORMAT);
    expect(blocked).toBe(`Check now (${until}: ${why})`);
  });

  it('is what the pause of the monitor says, else what the service says', () => {
    for (const service of EVERY_SERVICE) {
      const ofService = currentWait({ kind: 'idle' }, service);
      const isWait = /^(rate-limited|quota-exhausted|budget-spent)$/.test(service.kind);
      expect(ofService).toEqual(isWait ? { reason: service.kind, untilMs: LATER_MS } : null);
      for (const monitor of EVERY_MONITOR) {
        if (monitor.kind === 'watching') expect(currentWait(monitor, service)).toEqual(ofService);
        if (monitor.kind === 'checking') expect(currentWait(monitor, service)).toBeNull();
        if (monitor.kind === 'paused') {
          const ofPause = currentWait(monitor, { kind: 'ok' });
          expect(currentWait(monitor, service)).toEqual(ofPause);
        }
      }
    }
    const waits = EVERY_MONITOR.flatMap((monitor) => currentWait(monitor, null) ?? []);
    expect(new Set(waits.map(({ reason }) => reason)).size).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import { describeCheckNow } from '../../../../shared/texts/answer-texts.ts';

const now = Date.UTC(2026, 10, 21, 14, 2);
const format = { locale: 'en-GB', timeZone: 'UTC' };

describe('the answer to “Check now”', () => {
  it.each([
    [{ kind: 'started' } as const, 'Checking now.'],
    [{ kind: 'already-running' } as const, 'A check is already running.'],
    [{ kind: 'not-now', untilMs: now + 5 * 3_600_000 } as const, 'Not now: waiting until 19:02.'],
    [{ kind: 'not-now', untilMs: null } as const, 'Not possible right now.'],
  ])('%o', (value, text) => {
    expect(describeCheckNow({ ok: true, value }, null, now, format)).toBe(text);
  });

  it('says for what it waits where that is known', () => {
    const untilMs = now + 5 * 3_600_000;
    const value = { kind: 'not-now', untilMs } as const;
    const wait = { reason: 'quota-exhausted', untilMs } as const;
    expect(describeCheckNow({ ok: true, value }, wait, now, format)).toBe(
      'Not now. Spotify’s daily quota: waiting until 19:02.',
    );
  });

  it('names the log entry when something unexpected went wrong', () => {
    const answer = { ok: false, error: { kind: 'internal', id: 'c4f19b02' } } as const;
    expect(describeCheckNow(answer, null, now, format)).toMatch(/c4f19b02/);
  });
});

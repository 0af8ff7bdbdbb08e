import { describe, expect, it } from 'vitest';
import { describeSignInFailure } from '../../../../shared/texts/sign-in-failure-texts.ts';
import { EVERY_FAILURE } from './every-state.ts';
import { complaintsAboutHeadline, complaintsAboutSentences } from './plain-words.ts';

describe('a sign-in that came to nothing', () => {
  it('says what happened and what to do, in plain words', () => {
    for (const failure of EVERY_FAILURE) {
      const text = describeSignInFailure(failure);
      if (failure.kind === 'cancelled') {
        expect(text).toBeNull();
        continue;
      }
      expect.soft(complaintsAboutHeadline(text?.title ?? ''), failure.kind).toEqual([]);
      expect.soft(complaintsAboutSentences(text?.advice ?? ''), failure.kind).toEqual([]);
    }
  });

  it('ends every advice with the way to go on', () => {
    for (const failure of EVERY_FAILURE) {
      if (failure.kind === 'cancelled') continue;
      expect(describeSignInFailure(failure)?.advice).toMatch(/[Ss]ign in again|[Tt]ry again/);
    }
  });

  it('names INVALID_CLIENT after a time-out: only the browser shows it, and only as that', () => {
    const text = describeSignInFailure({ kind: 'timed-out', limitSeconds: 300 });
    expect(text?.advice).toContain('“INVALID_CLIENT”');
    expect(text?.advice).toContain('redirect URI');
  });

  it.each([
    [300, '5 minutes'],
    [60, '1 minute'],
    [90, '90 seconds'],
  ])('tells a limit of %i seconds as %s', (limitSeconds, expected) => {
    expect(describeSignInFailure({ kind: 'timed-out', limitSeconds })?.title).toBe(
      `Spotify did not answer within ${expected}`,
    );
  });

  it('names the ports that were busy and the status that made no sense', () => {
    const ports = describeSignInFailure({ kind: 'ports-busy', ports: [8917, 8918] });
    expect(ports?.advice).toContain('8917, 8918');
    const status = describeSignInFailure({ kind: 'service-unreadable', status: 502 });
    expect(status?.advice).toContain('502');
  });
});

import { describe, expect, it } from 'vitest';
import type { ConnectionTest } from '../../../../shared/ipc-contract.ts';
import { connectionTestSchema } from '../../../../shared/ipc-contract.ts';
import { describeConnectionTest } from '../../../../shared/texts/connection-test-texts.ts';
import { EVERY_SESSION, FORMAT, LATER_MS, LIFE, NOW_MS } from './every-state.ts';
import { complaintsAboutSentences } from './plain-words.ts';

type Reason = Extract<ConnectionTest, { kind: 'service' }>['reason'];

const ACTIVE = { kind: 'active', life: LIFE } as const;

function told(test: ConnectionTest) {
  return describeConnectionTest(test, ACTIVE, NOW_MS, FORMAT);
}

describe('what came of testing the connection', () => {
  it.each([
    ['Ada Brook', 'It works. Spotify answered and knows you as Ada Brook.'],
    [' ', 'It works. Spotify answered and knows you.'],
    [null, 'It works. Spotify answered your app; no account is signed in.'],
  ])('names who answered: %s', (displayName, text) => {
    expect(told({ kind: 'ok', displayName })).toEqual({ tone: 'good', text });
  });

  it('says why there is nothing to test with, for every state of the session', () => {
    for (const state of EVERY_SESSION) {
      const { tone, text } = describeConnectionTest({ kind: 'no-token' }, state, NOW_MS, FORMAT);
      expect.soft(tone, text).not.toBe('good');
      expect.soft(complaintsAboutSentences(text.replace('?.', '.')), text).toEqual([]);
    }
  });

  const reasons = connectionTestSchema.options[2].shape.reason.options;
  it.each(reasons)('tells “%s” in plain sentences, with and without a time', (reason) => {
    for (const untilMs of [null, LATER_MS]) {
      const { tone, text } = told({ kind: 'service', reason, untilMs });
      expect(tone).not.toBe('good');
      expect(complaintsAboutSentences(text)).toEqual([]);
    }
  });

  it.each<Reason>(['rate-limited', 'quota-exhausted', 'budget-spent'])(
    'says until when it is “%s”',
    (reason) => {
      expect(told({ kind: 'service', reason, untilMs: LATER_MS }).text).toContain('until 12:40');
    },
  );
});

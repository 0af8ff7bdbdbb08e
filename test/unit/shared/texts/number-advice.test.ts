import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoundedSessionSetting, SESSION_BOUNDS } from '../../../../shared/session-bounds.ts';
import { sessionSettingsSchema } from '../../../../shared/session-settings.ts';
import { acceptedValue } from '../../../../shared/texts/advice.ts';
import { adviseOnNumber } from '../../../../shared/texts/number-advice.ts';
import { complaintsAboutAdvice, sentenceOf } from './advice-sentences.ts';

const SETTINGS = Object.keys(SESSION_BOUNDS) as BoundedSessionSetting[];

describe('advice on a number', () => {
  it.each([
    ['skewSeconds', '', 'empty', /^$/],
    ['skewSeconds', ' 30 ', 'valid', /^$/],
    ['skewSeconds', '10', 'valid', /^$/],
    ['skewSeconds', '300', 'valid', /^$/],
    ['skewSeconds', '9', 'incomplete', /least is 10/],
    ['skewSeconds', '301', 'wrong', /most is 300/],
    ['skewSeconds', '9'.repeat(400), 'wrong', /most is 300/],
    ['timeoutSeconds', '1.5', 'wrong', /whole number from 5 to 120/],
    ['timeoutSeconds', '-15', 'wrong', /whole number/],
    ['timeoutSeconds', '15 s', 'wrong', /whole number/],
    ['timeoutSeconds', '1e2', 'wrong', /whole number/],
    ['maxRetries', '0', 'valid', /^$/],
    ['signInLimitSeconds', 'five', 'wrong', /whole number from 60 to 900/],
  ] as const)('for %s “%s” is %s', (setting, input, kind, text) => {
    const advice = adviseOnNumber(setting, input);
    expect(advice.kind).toBe(kind);
    expect(sentenceOf(advice)).toMatch(text);
    expect(complaintsAboutAdvice(advice)).toEqual([]);
  });

  it('is “valid” exactly for what the contract accepts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SETTINGS),
        fc.oneof(fc.string(), fc.integer({ min: -20, max: 1_000 }).map(String)),
        (setting, input) => {
          const value = acceptedValue(adviseOnNumber(setting, input));
          const isNumber = /^\d+$/.test(input.trim());
          const { success } = sessionSettingsSchema.shape[setting].safeParse(Number(input));
          expect(value).toBe(isNumber && success ? Number(input) : null);
        },
      ),
    );
  });
});

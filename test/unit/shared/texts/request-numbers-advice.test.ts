import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestSettingsSchema } from '../../../../shared/request-settings.ts';
import { type Advice, acceptedValue } from '../../../../shared/texts/advice.ts';
import {
  adviseOnDayBudget,
  adviseOnFamilyBudget,
  adviseOnInterval,
} from '../../../../shared/texts/request-numbers-advice.ts';
import { complaintsAboutAdvice, sentenceOf } from './advice-sentences.ts';

const COST = { budgetPerDay: 800, playlists: 300 };

function check(advice: Advice<number>, kind: Advice<number>['kind'], text: RegExp) {
  expect(advice.kind).toBe(kind);
  expect(sentenceOf(advice)).toMatch(text);
  expect(complaintsAboutAdvice(advice)).toEqual([]);
}

describe('advice on requests', () => {
  it.each([
    ['60', 'valid', /^$/],
    [' 15 ', 'doubtful', /^Checks may use 700 requests a day, so some/],
    ['16', 'doubtful', /700/],
    ['17', 'valid', /^$/],
    ['1440', 'valid', /^$/],
    ['1,440', 'valid', /^$/],
    ['1 440', 'valid', /^$/],
    ['14,40', 'wrong', /whole number/],
    ['14', 'incomplete', /least is 15/],
    ['1441', 'wrong', /most is 1,440/],
    ['1h', 'wrong', /whole number from 15 to 1,440/],
    ['', 'empty', /^$/],
  ] as const)('“%s” minutes between two checks is %s', (input, kind, text) => {
    check(adviseOnInterval(input, COST), kind, text);
  });

  it.each([
    ['800', 'valid', /^$/],
    ['1100', 'valid', /^$/],
    ['1101', 'doubtful', /locked for up to a day after about 1,100/],
    ['5000', 'doubtful', /locked/],
    ['5001', 'wrong', /most is 5,000/],
    ['49', 'incomplete', /least is 50/],
    ['-1', 'wrong', /whole number/],
  ] as const)('“%s” requests a day is %s', (input, kind, text) => {
    check(adviseOnDayBudget(input), kind, text);
  });

  it.each([
    ['500', 800, 'valid', /^$/],
    ['800', 800, 'doubtful', /about 600 requests of one kind/],
    ['801', 800, 'doubtful', /^All kinds together have 800, so that holds/],
    ['500', 400, 'doubtful', /together have 400/],
    ['5001', 5_000, 'wrong', /most is 5,000/],
  ] as const)('“%s” of one kind beside %i in all is %s', (input, perDay, kind, text) => {
    check(adviseOnFamilyBudget(input, perDay), kind, text);
  });

  it('takes exactly what the contract takes', () => {
    const { shape } = requestSettingsSchema;
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.integer({ min: -20, max: 6_000 }).map(String)),
        (text) => {
          for (const [advice, schema] of [
            [adviseOnInterval(text, COST), shape.checkIntervalMinutes],
            [adviseOnDayBudget(text), shape.requestBudgetPerDay],
            [adviseOnFamilyBudget(text, 800), shape.requestBudgetPerFamilyPerDay],
          ] as const) {
            const taken = /^\d+$/.test(text.trim()) && schema.safeParse(Number(text)).success;
            expect(acceptedValue(advice)).toBe(taken ? Number(text) : null);
          }
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { refreshCauseSchema, refreshOutcomeSchema } from '../../../../shared/connection.ts';
import {
  outcomeTone,
  REFRESH_CAUSES,
  REFRESH_OUTCOMES,
  recordTime,
} from '../../../../shared/texts/refresh-record-texts.ts';
import { FORMAT, NOW_MS } from './every-state.ts';
import { complaintsAboutHeadline } from './plain-words.ts';

describe('the lines of the last renewals', () => {
  it('have short plain words for every cause and outcome, no two of them alike', () => {
    const words = [...Object.values(REFRESH_CAUSES), ...Object.values(REFRESH_OUTCOMES)];
    expect(words).toHaveLength(
      refreshCauseSchema.options.length + refreshOutcomeSchema.options.length,
    );
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect.soft(complaintsAboutHeadline(word), word).toEqual([]);
  });

  it('are good only where there was new access, and alarm only where nothing but a sign-in helps', () => {
    const of = (tone: string) =>
      refreshOutcomeSchema.options.filter((outcome) => outcomeTone(outcome) === tone);
    expect(of('good')).toEqual(['refreshed', 'taken-from-cache']);
    expect(of('attention')).toEqual(['expired', 'refused', 'client-invalid']);
  });

  it('name the day only where it is not today', () => {
    expect(recordTime(NOW_MS - 60_000, NOW_MS, FORMAT)).toBe('11:59');
    expect(recordTime(NOW_MS - 13 * 3_600_000, NOW_MS, FORMAT)).toBe('Fri 20 Nov, 23:00');
  });
});

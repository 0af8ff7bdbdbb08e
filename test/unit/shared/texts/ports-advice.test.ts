import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionSettingsSchema } from '../../../../shared/session-settings.ts';
import { acceptedValue } from '../../../../shared/texts/advice.ts';
import { adviseOnPorts } from '../../../../shared/texts/ports-advice.ts';
import { complaintsAboutAdvice, sentenceOf } from './advice-sentences.ts';

const schema = sessionSettingsSchema.shape.redirectPorts;

describe('advice on a list of ports', () => {
  it.each([
    ['', 'empty', null, /^$/],
    [' , ', 'empty', null, /^$/],
    ['43821', 'valid', [43821], /^$/],
    ['43821, 43822 43823;1024', 'valid', [43821, 43822, 43823, 1024], /^$/],
    ['any', 'doubtful', [0], /Spotify may refuse it/],
    ['0', 'doubtful', [0], /Spotify may refuse it/],
    ['43821, 0', 'wrong', null, /0 is out of range/],
    ['0, 0', 'wrong', null, /0 is out of range/],
    ['43821, any', 'wrong', null, /“any” is not a port/],
    ['80', 'wrong', null, /from 1024 to 65535/],
    ['65536', 'wrong', null, /from 1024 to 65535/],
    ['-43821', 'wrong', null, /is not a port/],
    ['43821.5', 'wrong', null, /is not a port/],
    ['http://127.0.0.1:43821', 'wrong', null, /is not a port/],
    ['9'.repeat(400), 'wrong', null, /out of range/],
    ['43821, 43822, 43821', 'wrong', null, /43821 stands there twice/],
    [
      '1 2 3 4 5 6 7 8 9 10 11'.replace(/\d+/g, (n) => `${50_000 + Number(n)}`),
      'wrong',
      null,
      /11 ports/,
    ],
  ])('for “%s” is %s', (input, kind, value, text) => {
    const advice = adviseOnPorts(input);
    expect(advice.kind).toBe(kind);
    expect(acceptedValue(advice)).toEqual(value);
    expect(sentenceOf(advice)).toMatch(text);
    expect(complaintsAboutAdvice(advice)).toEqual([]);
  });

  it('lets a list through exactly where the contract accepts it and no port stands twice', () => {
    const port = fc.oneof(
      fc.integer({ min: 0, max: 70_000 }),
      fc.constantFrom(0, 1023, 1024, 65535),
    );
    fc.assert(
      fc.property(fc.array(port, { maxLength: 12 }), (ports) => {
        const isUnique = new Set(ports).size === ports.length;
        const isAccepted = isUnique && schema.safeParse(ports).success;
        expect(acceptedValue(adviseOnPorts(ports.join(', ')))).toEqual(isAccepted ? ports : null);
      }),
    );
  });

  it('never throws and lets nothing through that the contract refuses', () => {
    fc.assert(
      fc.property(fc.string(), (input) => {
        const value = acceptedValue(adviseOnPorts(input));
        if (value !== null) expect(schema.safeParse(value).success).toBe(true);
      }),
    );
  });
});

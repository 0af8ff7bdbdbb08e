import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  flag,
  listOf,
  objectOf,
  quantity,
  text,
} from '../../../../../electron/spotify/schemas/lenient.ts';

it.each([
  ['half a pair', 'Night \ud83d', 'Night \ufffd'],
  ['the other half', '\ude00 Night', '\ufffd Night'],
  ['a whole pair', 'Night \u{1f600}', 'Night \u{1f600}'],
  ['NUL', 'Night\0Bus', 'NightBus'],
  ['nothing special', '  Night\nBus ', '  Night\nBus '],
])('a text with %s can be stored as it is', (_what, given, expected) => {
  expect(text.parse(given)).toBe(expected);
});

it('a text that is stored as UTF-8 comes back the same, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (some, more) => {
      const read = text.parse(`${some}\ud800${more}`) ?? '';
      expect(Buffer.from(read, 'utf8').toString('utf8')).toBe(read);
      expect(text.parse(read)).toBe(read);
    }),
  );
});

it.each([0, 7, Number.MAX_SAFE_INTEGER])('%d is a quantity', (number) => {
  expect(quantity.parse(number)).toBe(number);
});

it.each([-1, 1.5, 2 ** 53, 1e300, Number.NaN, Number.POSITIVE_INFINITY, '7', null, undefined, {}])(
  '%s is no quantity, and no error',
  (value) => {
    expect(quantity.parse(value) ?? null).toBeNull();
  },
);

it('what is none of its kind reads as absent', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(typeof (text.parse(value) ?? '')).toBe('string');
      expect(typeof (flag.parse(value) ?? false)).toBe('boolean');
      expect(Array.isArray(listOf(text).parse(value) ?? [])).toBe(true);
      expect(typeof (objectOf({ a: text }).parse(value) ?? {})).toBe('object');
    }),
  );
});

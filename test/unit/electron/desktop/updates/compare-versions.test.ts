import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNewerVersion } from '../../../../../electron/desktop/updates/compare-versions.ts';

/** Semantic Versioning 2.0.0, §11, in order. */
const ORDER = [
  '0.1.0',
  '0.1.9',
  '0.1.10',
  '0.2.0',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '10.0.0',
];

describe('a version', () => {
  it.each(ORDER.flatMap((one, i) => ORDER.map((other, k) => [one, other, i > k] as const)))(
    '%s is newer than %s: %s',
    (one, other, expected) => {
      expect(isNewerVersion(one, other)).toBe(expected);
    },
  );

  it.each(['', '1', '1.2', 'v1.2.3', '1.2.3.4', '1.2.x', 'newest', ' 1.2.3'])(
    'that is none, such as “%s”, is newer than nothing',
    (text) => {
      expect(isNewerVersion(text, '0.0.1')).toBe(false);
      expect(isNewerVersion('99.0.0', text)).toBe(false);
    },
  );

  it('is never newer than one that is newer than it', () => {
    const part = fc.integer({ min: 0, max: 12 });
    const before = fc.option(fc.stringMatching(/^[0-9a-z]{1,2}(\.[0-9a-z]{1,2}){0,2}$/));
    const version = fc
      .tuple(part, part, part, before)
      .map(([a, b, c, pre]) => `${a}.${b}.${c}${pre === null ? '' : `-${pre}`}`);
    fc.assert(
      fc.property(version, version, (one, other) => {
        expect(isNewerVersion(one, other) && isNewerVersion(other, one)).toBe(false);
      }),
    );
  });
});

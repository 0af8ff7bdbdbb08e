import { describe, expect, it } from 'vitest';
import { readSecondStart, wantsWindow } from '../../../../electron/desktop/single-instance.ts';

describe('a second start', () => {
  it.each([
    [{ hidden: false, exitAfterSync: false }, true],
    [{ hidden: true, exitAfterSync: false }, false],
    [{ hidden: false, exitAfterSync: true }, false],
    [{}, true],
    [null, true],
    ['--hidden', true],
    [{ hidden: 'true' }, true],
    [undefined, true],
  ])('that passes %o brings the window to the front: %s', (data, expected) => {
    expect(wantsWindow(readSecondStart(data))).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { readSecondStart, secondStartActs } from '../../../../electron/desktop/single-instance.ts';

const WATCHING = { exitAfterSync: false };
const FOR_CRON = { exitAfterSync: true };
const WINDOW = { openWindow: true, exploreSample: false };
const NOTHING = { openWindow: false, exploreSample: false };
const SAMPLE = { openWindow: true, exploreSample: true };

describe('a second start', () => {
  it.each([
    [{ hidden: false, exitAfterSync: false, sample: false }, WATCHING, WINDOW],
    [{ hidden: true }, WATCHING, NOTHING],
    [{ exitAfterSync: true }, WATCHING, NOTHING],
    [{ hidden: true, exitAfterSync: true }, WATCHING, NOTHING],
    [{ sample: true }, WATCHING, SAMPLE],
    [{ sample: true, hidden: true }, WATCHING, { openWindow: false, exploreSample: true }],
    // A sample of its own to check there cannot be: the one that runs is a person's.
    [{ sample: true, exitAfterSync: true }, WATCHING, NOTHING],
    [{}, FOR_CRON, WINDOW],
    [{ sample: true }, FOR_CRON, WINDOW],
    [{ hidden: true }, FOR_CRON, NOTHING],
    [{}, WATCHING, WINDOW],
    [null, WATCHING, WINDOW],
    ['--hidden', WATCHING, WINDOW],
    [{ hidden: 'true' }, WATCHING, WINDOW],
    [undefined, WATCHING, WINDOW],
  ])('that passes %j to one with %j comes to %j', (data, first, acts) => {
    expect(secondStartActs(readSecondStart(data), first)).toEqual(acts);
  });
});

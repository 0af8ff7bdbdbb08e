import { expect, test } from 'vitest';
import { trueTimeMs } from '../../../../electron/session/wrong-clock.ts';

const LOCAL = Date.UTC(2026, 10, 1, 12);
const DAY_MS = 86_400_000;

test.each([
  ['nobody told', null, 0],
  ['right', 0, 0],
  ['off by two minutes, as slow answers look', 120_000, 0],
  ['off by two minutes the other way', -120_000, 0],
  ['clearly slow', 120_001, 120_001],
  ['a day slow', DAY_MS, DAY_MS],
  ['a day fast', -DAY_MS, -DAY_MS],
])('with a clock that is %s', (_, skewMs, correctionMs) => {
  expect(trueTimeMs(LOCAL, skewMs)).toBe(LOCAL + correctionMs);
});

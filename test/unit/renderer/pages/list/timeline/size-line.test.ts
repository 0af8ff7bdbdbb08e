import { expect, it } from 'vitest';
import { sizeLine } from '../../../../../../renderer/pages/list/timeline/size-line.ts';
import { timeScale } from '../../../../../../renderer/pages/list/timeline/time-scale.ts';

const scale = timeScale(0, 100, 120, 10);
const point = (atMs: number, untilMs: number, rows: number) => ({
  observationId: atMs + 1,
  atMs,
  untilMs,
  rows,
});

it('is level for as long as the list was the same, then a step', () => {
  const { line, unknown } = sizeLine([point(0, 49, 10), point(50, 100, 20)], 100, scale, 100);
  expect(line).toBe('M10 78L60 78L60 14L110 14');
  expect(unknown).toEqual([]);
});

it('is broken where nobody looked, in the middle and at the end', () => {
  const { line, unknown } = sizeLine([point(0, 20, 10), point(50, 80, 20)], 100, scale, 100);
  expect(line).toBe('M10 78L30 78M60 14L90 14');
  expect(unknown).toEqual([
    { fromX: 30, toX: 60 },
    { fromX: 90, toX: 110 },
  ]);
});

it('falls little where one song of many went', () => {
  const { line } = sizeLine([point(0, 50, 63), point(50, 100, 62)], 100, scale, 100);
  const [before = 0, after = 0] = [...line.matchAll(/ (\d+(?:\.\d+)?)(?=L|$)/g)]
    .map(([, y]) => Number(y))
    .filter((y, index, all) => y !== all[index - 1]);
  expect(after).toBeGreaterThan(before);
  expect(after - before).toBeLessThan(4);
});

it('lies in the middle where the list was always as long', () => {
  expect(sizeLine([point(0, 100, 7)], 100, scale, 100).line).toBe('M10 46L110 46');
});

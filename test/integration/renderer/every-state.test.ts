import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_SHOTS } from '../../visual/shots/all-shots.ts';
import { DrawnWindow, findingsInBothSchemes } from './harness/drawn-window.ts';

const SMALLEST = { width: 720, height: 480 };

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
});
afterAll(async () => await drawn.close());

/** A state takes a second or two, and there are two hundred: all of them only when asked for. */
const LOOKED_AT =
  process.env.CRATEWATCH_STATES === 'all'
    ? ALL_SHOTS
    : ALL_SHOTS.filter((_shot, index) => index % 5 === 0);

// The states of `npm run screenshots`, looked at by a program.
describe('in the smallest window axe finds nothing, nothing is too wide, nothing fails', () => {
  it.each(LOOKED_AT.map((shot) => [shot.name, shot] as const))('%s', async (_name, shot) => {
    const page = await drawn.openShot(shot, SMALLEST);
    expect(await page.evaluate(tooWide)).toEqual([]);
    expect(await findingsInBothSchemes(page)).toEqual([]);
    const isExpected = (text: string) => shot.complaint?.test(text) === true;
    expect(drawn.complaints().filter((text) => !isExpected(text))).toEqual([]);
  });
});

/** What reaches past the window: parts that scroll sideways, and names that are not cut. */
function tooWide(): readonly string[] {
  const parts = [...document.querySelectorAll('html, body, .frame, .frame-main, .page')].filter(
    (element) => element.scrollWidth > element.clientWidth + 1,
  );
  const lines = [...document.querySelectorAll('.one-line')].filter(
    (element) => element.getBoundingClientRect().right > window.innerWidth + 1,
  );
  return [...parts, ...lines].map(({ tagName, className }) => `${tagName}.${className}`);
}

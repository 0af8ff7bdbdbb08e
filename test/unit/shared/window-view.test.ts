import { describe, expect, it, test } from 'vitest';
import { readSettings } from '../../../electron/storage/settings-file.ts';
import { isPageAddress, isPlaceOn, placeKey } from '../../../shared/kept-places.ts';
import { windowViewSchema } from '../../../shared/window-view.ts';

const page = { kind: 'page', topPx: 4 } as const;

describe('the address of a page', () => {
  test.each([
    ['#/', true],
    ['#/changes/removed?list=3&new', true],
    ['#/library?search=caf%C3%A9', true],
    [`#/${'a'.repeat(1_998)}`, true],
    [`#/${'a'.repeat(1_999)}`, false],
    ['', false],
    ['#', false],
    ['#changes', false],
    ['/changes', false],
    ['//evil.example/#/', false],
    ['https://evil.example/#/', false],
    ['javascript:alert(1)', false],
    ['#/two words', false],
    ['#/line\nbreak', false],
    ['#/café', false],
  ])('%j is one: %s', (text, isOne) => {
    expect(isPageAddress(text)).toBe(isOne);
    expect(windowViewSchema.safeParse({ address: text, places: [] }).success).toBe(isOne);
  });

  it('leads to the page it is put behind, whatever it says', () => {
    for (const address of ['#/@evil.example', '#/../..', '#/?a#b', '#/%00', '#/\\evil.example']) {
      expect(isPageAddress(address)).toBe(true);
      const url = new URL(`app://cratewatch/index.html${address}`);
      expect([url.host, url.pathname, url.search]).toEqual(['cratewatch', '/index.html', '']);
    }
  });
});

test('a page has its own place and one for each of its lists, and no other page’s', () => {
  const list = placeKey('#/list/4', 'rows');
  expect(isPlaceOn(placeKey('#/list/4'), '#/list/4')).toBe(true);
  expect(isPlaceOn(list, '#/list/4')).toBe(true);
  expect(isPlaceOn(placeKey('#/list/41'), '#/list/4')).toBe(false);
  expect(isPlaceOn(placeKey('#/list/41', 'rows'), '#/list/4')).toBe(false);
});

describe('a view that is too large', () => {
  const places = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ key: `#/${index}`, place: page }));
  test('is refused', () => {
    expect(windowViewSchema.safeParse({ address: '#/', places: places(20) }).success).toBe(true);
    expect(windowViewSchema.safeParse({ address: '#/', places: places(21) }).success).toBe(false);
  });
});

test.each([
  ['no view at all', 7],
  [
    'an address that leads elsewhere',
    { owner: 'account a', view: { address: 'https://x', places: [] } },
  ],
  [
    'a place that is none',
    { owner: 'account a', view: { address: '#/', places: [{ key: '#/', place: 1 }] } },
  ],
])('%s in the settings file costs no other setting', (_what, windowView) => {
  expect(readSettings(JSON.stringify({ version: 1, maxRetries: 5, windowView }))).toMatchObject({
    kind: 'settings',
    settings: { maxRetries: 5, windowView: null },
  });
});

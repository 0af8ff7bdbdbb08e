import { expect, it } from 'vitest';
import { isRenamed } from '../../../../electron/library/renaming.ts';

const track = { kind: 'track', name: 'Night Bus', artists: ['Mara Lind'], album: 'Slow' } as const;

it.each([
  ['the same', {}, false],
  ['another name', { name: 'Night Train' }, true],
  ['another album', { album: 'Slower' }, true],
  ['other artists', { artists: ['Mara Lind', 'Ola Brandt'] }, true],
  ['a name that is not shown', { name: '' }, false],
  ['an album that is not shown', { album: null }, false],
  ['artists that are not shown', { artists: [] }, false],
  ['another kind of thing', { kind: 'episode', name: 'Night Train' }, false],
] as const)('%s', (_, given, expected) => {
  expect(isRenamed(track, { ...track, ...given })).toBe(expected);
});

it('takes what was not known before for no new name', () => {
  expect(isRenamed({ ...track, name: '', album: null, artists: [] }, track)).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../../shared/texts/nearest-name.ts';

const NAMES = ['user-read-email', 'user-library-read', 'streaming'];

describe('the nearest name', () => {
  it.each([
    ['user-library-read', 'user-library-read'],
    ['user-libary-read', 'user-library-read'],
    ['user-libraryread', 'user-library-read'],
    ['user_library_read', 'user-library-read'],
    ['steaming', 'streaming'],
    ['sstrreamiingg', 'streaming'],
    ['userreademail', 'user-read-email'],
    ['everything', null],
    ['x', null],
    ['', null],
  ])('to “%s” is %s', (typed, nearest) => {
    expect(nearestName(typed, NAMES)).toBe(nearest);
  });

  it('is nothing where there are no names', () => {
    expect(nearestName('streaming', [])).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { addressToKeep } from '../../../../../renderer/state/kept-view/address-to-keep.ts';

test.each([
  ['#/changes/removed?list=3', '#/changes/removed?list=3'],
  ['#/library?search=whisper', '#/library?search=whisper'],
  ['#/connection/requests', '#/connection/requests'],
  ['#/', '#/'],
  ['#/sign-in', '#/overview'],
])('a window that is closed at %s is opened again at %s', (address, kept) => {
  expect(addressToKeep(address)).toBe(kept);
});

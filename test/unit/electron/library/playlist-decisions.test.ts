import { describe, expect, it } from 'vitest';
import { decideContents } from '../../../../electron/library/playlist-decisions.ts';

const mine = { ownerId: 'me', isCollaborative: false, snapshotId: 'S2' };
const known = {
  contents: 'readable',
  revisionId: 5,
  contentsSnapshotId: 'S2',
  listedSnapshotId: 'S1',
  retryAtMs: null,
} as const;
const NOW = 1_000_000;
const light = { userId: 'me', nowMs: NOW, isByHand: false };
const byHand = { ...light, isByHand: true };
const waiting = { ...known, retryAtMs: NOW + 1 };

describe('decideContents', () => {
  it.each([
    ['reads a new own playlist', null, mine, light, 'readable', true],
    ['leaves the playlists of others', null, { ...mine, ownerId: 'x' }, light, 'not-ours', false],
    [
      'reads a collaborative one',
      null,
      { ...mine, ownerId: 'x', isCollaborative: true },
      light,
      'readable',
      true,
    ],
    [
      'does not take an unknown owner for the user',
      null,
      { ...mine, ownerId: null },
      { ...light, userId: null },
      'not-ours',
      false,
    ],
    ['leaves one that did not move', known, mine, light, 'readable', false],
    [
      'leaves one that is listed with the snapshot of before',
      known,
      { ...mine, snapshotId: 'S1' },
      light,
      'readable',
      false,
    ],
    ['reads one that moved', known, { ...mine, snapshotId: 'S3' }, light, 'readable', true],
    ['reads one without a snapshot', known, { ...mine, snapshotId: null }, light, 'readable', true],
    [
      'reads one that was never read whole',
      { ...known, revisionId: null },
      mine,
      light,
      'readable',
      true,
    ],
    [
      'leaves one that was refused, for a while',
      { ...waiting, contents: 'refused' },
      mine,
      light,
      'refused',
      false,
    ],
    [
      'asks for a refused one again when it moved',
      { ...waiting, contents: 'refused' },
      { ...mine, snapshotId: 'S3' },
      light,
      'refused',
      true,
    ],
    [
      'asks for a refused one again after a while',
      { ...known, contents: 'refused', retryAtMs: NOW },
      mine,
      light,
      'refused',
      true,
    ],
    [
      'asks for a refused one again when the user wants a check',
      { ...waiting, contents: 'refused' },
      mine,
      byHand,
      'refused',
      true,
    ],
    [
      'leaves one for a while that moved each time it was read',
      waiting,
      { ...mine, snapshotId: 'S3' },
      light,
      'readable',
      false,
    ],
    [
      'but not when the user wants a check',
      waiting,
      { ...mine, snapshotId: 'S3' },
      byHand,
      'readable',
      true,
    ],
  ] as const)('%s', (_, playlist, summary, context, access, read) => {
    expect(decideContents(playlist, summary, context)).toEqual({ access, read });
  });
});

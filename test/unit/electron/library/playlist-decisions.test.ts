import { describe, expect, it } from 'vitest';
import { decideContents } from '../../../../electron/library/playlist-decisions.ts';

const mine = { ownerId: 'me', isCollaborative: false, snapshotId: 'S2' };
const known = {
  contents: 'readable',
  revisionId: 5,
  contentsSnapshotId: 'S2',
  listedSnapshotId: 'S1',
} as const;
const light = { userId: 'me', isFullPass: false };
const full = { userId: 'me', isFullPass: true };

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
      'leaves one that was refused',
      { ...known, contents: 'refused' },
      mine,
      light,
      'refused',
      false,
    ],
    [
      'asks for a refused one again when it moved',
      { ...known, contents: 'refused' },
      { ...mine, snapshotId: 'S3' },
      light,
      'refused',
      true,
    ],
    [
      'asks for a refused one again in a full pass',
      { ...known, contents: 'refused' },
      mine,
      full,
      'refused',
      true,
    ],
  ] as const)('%s', (_, playlist, summary, context, access, read) => {
    expect(decideContents(playlist, summary, context)).toEqual({ access, read });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ItemMetadata,
  type Items,
  STORED_ITEM_KINDS,
  type StoredItemKind,
} from '../../../../electron/storage/items.ts';
import { createRepositories } from '../../../../electron/storage/repositories.ts';
import { memoryDatabase } from '../../../doubles/watched-library.ts';

let items: Items;
let accountId: number;

beforeEach(() => {
  const repositories = createRepositories(memoryDatabase());
  items = repositories.items;
  accountId = repositories.accounts.open('me', 'Me').id;
});

const METADATA: ItemMetadata = {
  uri: 'spotify:show:1',
  kind: 'unknown',
  name: 'The Ferry',
  artists: ['Mira Vale'],
  album: null,
  durationMs: null,
  isrc: null,
  imageUrl: null,
};

const see = (kind: StoredItemKind): number =>
  items.see(accountId, { ...METADATA, kind, availability: 'unknown' }, 0);

describe('a stored item', () => {
  it.each(STORED_ITEM_KINDS)('can be of the kind %s', (kind) => {
    expect(items.get(see(kind))).toMatchObject({ ...METADATA, kind });
  });

  it.each([
    ['unknown', 'album', 'album'],
    ['album', 'unknown', 'album'],
    ['show', 'audiobook', 'audiobook'],
    ['audiobook', 'show', 'audiobook'],
    ['audiobook', 'unknown', 'audiobook'],
    ['track', 'episode', 'episode'],
  ] as const)('seen as %s and then as %s is of the kind %s', (first, second, expected) => {
    const id = see(first);
    expect(see(second)).toBe(id);
    expect(items.get(id)?.kind).toBe(expected);
  });
});

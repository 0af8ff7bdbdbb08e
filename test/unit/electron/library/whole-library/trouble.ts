import fc from 'fast-check';
import type { ApiFailure } from '../../../../../electron/spotify/api-failure.ts';
import type { FakeEndpoint } from '../../../../doubles/fake-spotify-api.ts';
import { anyDeed, anyEdit } from './deed.ts';

const ENDPOINTS = [
  'saved-tracks',
  'saved-albums',
  'saved-episodes',
  'saved-shows',
  'followed-artists',
  'playlists',
  'playlist',
  'playlist-items',
] as const satisfies readonly FakeEndpoint[];

/** The so manieth request of this kind from now on; null: of any. */
const when = fc.oneof(
  fc.record({ endpoint: fc.constant(null), nth: fc.integer({ min: 1, max: 30 }) }),
  fc.record({
    endpoint: fc.constantFrom(...ENDPOINTS),
    nth: fc.integer({ min: 1, max: 6 }),
  }),
);
/** So many requests of the kind in a row. */
const times = fc.integer({ min: 1, max: 4 });

const anyFailure = fc.constantFrom<ApiFailure>(
  { kind: 'network', code: 'ECONNRESET' },
  { kind: 'server', status: 502 },
  { kind: 'unreadable', status: 200 },
  { kind: 'unreadable', status: 200, isJson: true },
  { kind: 'unexpected', status: 418 },
  { kind: 'not-found' },
  { kind: 'forbidden' },
  { kind: 'scope-missing' },
  { kind: 'unauthorized' },
);

/** Something that goes wrong, or happens, at a request that is still to come. */
export const anyTrouble = fc.oneof(
  fc.record({
    kind: fc.constant('failure' as const),
    when,
    times,
    failure: anyFailure,
  }),
  /** Everything is refused from then on. */
  fc.record({
    kind: fc.constant('quota' as const),
    when,
    hours: fc.integer({ min: 1, max: 22 }),
  }),
  fc.record({
    kind: fc.constant('deeds' as const),
    when,
    deeds: fc.array(anyDeed, { minLength: 1, maxLength: 3 }),
  }),
  /** The very list that is asked for is another one from then on. */
  fc.record({
    kind: fc.constant('edits' as const),
    when,
    edits: fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
  }),
  /** A page that lies: it leaves rows out, says that it dropped some, or tells another total. */
  fc.record({
    kind: fc.constant('lie' as const),
    when,
    times,
    lie: fc.constantFrom('short' as const, 'dropped' as const, 'more' as const, 'fewer' as const),
  }),
  fc.record({ kind: fc.constant('kill-at-request' as const), when }),
  fc.record({ kind: fc.constant('kill-at-write' as const), at: fc.integer({ min: 1, max: 300 }) }),
);
export type Trouble = typeof anyTrouble extends fc.Arbitrary<infer T> ? T : never;

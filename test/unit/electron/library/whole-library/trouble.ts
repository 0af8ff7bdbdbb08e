import fc from 'fast-check';
import type { ApiFailure } from '../../../../../electron/spotify/api-failure.ts';
import type { FakeEndpoint } from '../../../../doubles/fake-spotify-api.ts';
import { anyDeed, anyEdit, type Edit } from './deed.ts';

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

const when: fc.Arbitrary<Trouble['when']> = fc.oneof(
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

/** Something that goes wrong at a request, or happens meanwhile. */
const anyMishap = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('failure' as const), times, failure: anyFailure }),
  },
  /** Everything is refused from then on. */
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('quota' as const),
      hours: fc.integer({ min: 1, max: 22 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('deeds' as const),
      deeds: fc.array(anyDeed, { minLength: 1, maxLength: 3 }),
    }),
  },
  /** The very list that is asked for is another one from then on. */
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('edits' as const),
      edits: fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
    }),
  },
  /** A page that lies: it leaves rows out, says that it dropped some, or tells another total. */
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('lie' as const),
      times,
      lie: fc.constantFrom('short' as const, 'dropped' as const, 'more' as const, 'fewer' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill' as const) }) },
);
type Mishap = typeof anyMishap extends fc.Arbitrary<infer T> ? T : never;

/** A mishap at a request that is still to come. */
export type Trouble = Mishap & {
  /** The so manieth request of this kind from now on; null: of any. */
  readonly when: { readonly endpoint: Endpoint | null; readonly nth: number };
};
type Endpoint = (typeof ENDPOINTS)[number];

export const anyTrouble: fc.Arbitrary<Trouble> = fc
  .tuple(anyMishap, when)
  .map(([mishap, time]) => ({ ...mishap, when: time }));

/** A list that has to be read from end to end, and a mishap at one of its pages. */
export interface DisturbedReading {
  readonly of: Endpoint;
  readonly edit: Edit;
  readonly trouble: Trouble;
}

export const anyDisturbedReading: fc.Arbitrary<DisturbedReading> = fc
  .tuple(
    fc.constantFrom<Endpoint>(
      'saved-tracks',
      'saved-albums',
      'followed-artists',
      'playlists',
      'playlist',
      'playlist-items',
    ),
    anyEdit,
    anyMishap,
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([endpoint, edit, mishap, nth]) => ({
    of: endpoint,
    edit,
    trouble: { ...mishap, when: { endpoint, nth } },
  }));

import fc from 'fast-check';
import type { ApiFailure } from '../../../../../electron/spotify/api-failure.ts';
import { anyDeed } from './deed.ts';

/** The so manieth request from now on. */
const at = fc.integer({ min: 1, max: 30 });

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
    at,
    /** So many requests in a row. */
    times: fc.integer({ min: 1, max: 4 }),
    failure: anyFailure,
  }),
  /** Everything is refused from then on. */
  fc.record({
    kind: fc.constant('quota' as const),
    at,
    hours: fc.integer({ min: 1, max: 22 }),
  }),
  /** The list is another one while it is read. */
  fc.record({
    kind: fc.constant('deeds' as const),
    at,
    deeds: fc.array(anyDeed, { minLength: 1, maxLength: 3 }),
  }),
  /** A page that lies: it leaves rows out, says that it dropped some, or tells another total. */
  fc.record({
    kind: fc.constant('lie' as const),
    at,
    lie: fc.constantFrom('short' as const, 'dropped' as const, 'more' as const, 'fewer' as const),
  }),
  fc.record({ kind: fc.constant('kill-at-request' as const), at }),
  fc.record({ kind: fc.constant('kill-at-write' as const), at: fc.integer({ min: 1, max: 300 }) }),
);
export type Trouble = typeof anyTrouble extends fc.Arbitrary<infer T> ? T : never;

import fc from 'fast-check';
import { collectionKindSchema } from '../../../../../shared/change.ts';

const at = fc.nat({ max: 400 });
const list = fc.nat({ max: 9 });
const kind = fc.constantFrom(...collectionKindSchema.options);
const length = fc.integer({ min: 1, max: 4 });

/** One thing that happens in the library. Numbers are cut down to what is there. */
export const anyDeed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom('save' as const, 'unsave' as const, 'save-again' as const),
      kind,
      at,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'add' as const,
        'add-local' as const,
        'add-very-old' as const,
        'repeat' as const,
        'remove' as const,
      ),
      list,
      at,
      length,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('move' as const), list, at, length, to: at }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'create' as const,
        'follow' as const,
        'delete' as const,
        'rename' as const,
        'describe' as const,
        'hide-or-publish' as const,
        'collaborate-or-not' as const,
        'put-first' as const,
      ),
      list,
      length: fc.constantFrom(0, 3, 60, 110),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'grey-or-back' as const,
        'gap-or-back' as const,
        'rename-item' as const,
      ),
      at,
    }),
  },
);
export type Deed = typeof anyDeed extends fc.Arbitrary<infer T> ? T : never;

/** What happens to one list. `swap`: one goes and another comes, so that there are as many as before. */
export const anyEdit = fc.record({
  how: fc.constantFrom('insert' as const, 'remove' as const, 'swap' as const, 'move' as const),
  at,
  to: at,
});
export type Edit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;

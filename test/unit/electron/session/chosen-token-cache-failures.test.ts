import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChosenTokenCache } from '../../../../electron/session/chosen-token-cache.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';
import type { TokenCacheKind } from '../../../../shared/session-settings.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { tokens } from './harness/keeper-bench.ts';
import { WatchedShelf } from './harness/watched-shelf.ts';

const clock = new ManualClock();
const KINDS: readonly TokenCacheKind[] = ['keychain', 'file', 'memory'];

const named = (name: string): CachedTokens =>
  tokens(clock, 0, { refreshToken: new Secret(name), accessToken: new Secret(name) });

type Step = { readonly kind: 'refresh' } | { readonly kind: 'move'; readonly to: TokenCacheKind };
const steps = fc.array(
  fc.oneof(
    fc.constant<Step>({ kind: 'refresh' }),
    fc.constantFrom(...KINDS).map((to): Step => ({ kind: 'move', to })),
  ),
  { maxLength: 12 },
);

/** Plays a session's refreshes and moves over a shelf on which calls break as told. */
async function play(all: readonly Step[], broken: readonly boolean[]) {
  const shelf = new WatchedShelf(clock);
  const cache = new ChosenTokenCache(shelf, 'name');
  let held = named('0');
  let isUnsaved = (await cache.set(held)).kind !== 'done';
  let call = 0;
  shelf.breaksNow = () => broken[call++ % Math.max(1, broken.length)] === true;
  for (const [index, step] of all.entries()) {
    if (step.kind === 'refresh') {
      held = named(`${index + 1}`);
      isUnsaved = (await cache.set(held)).kind !== 'done';
    } else {
      const moved = await cache.moveTo(step.to, { tokens: held, isUnsaved, isUnread: false });
      isUnsaved &&= moved === 'not-taken';
    }
    expect(isUnsaved || shelf.stored(cache.kind) === held).toBe(true);
  }
  shelf.breaksNow = () => false;
  return { shelf, cache };
}

test('whatever breaks at whichever step, what was stored is in the chosen place', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.array(fc.boolean(), { maxLength: 30 }), async (all, broken) => {
      await play(all, broken);
    }),
    { numRuns: 500 },
  );
});

test('whatever broke before, a deletion that works leaves nothing in any place', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.array(fc.boolean(), { maxLength: 30 }), async (all, broken) => {
      const { shelf, cache } = await play(all, broken);
      expect(await cache.delete()).toEqual({ kind: 'done' });
      expect(KINDS.map((kind) => shelf.stored(kind))).toEqual([null, null, null]);
    }),
    { numRuns: 500 },
  );
});

import { describe, expect, test } from 'vitest';
import { AccountFollower } from '../../../electron/account-follower.ts';
import type { WatchedAccount } from '../../../electron/library/library.ts';
import { createUnusableLibrary } from '../../../electron/library/unusable-library.ts';
import type { ApiResult } from '../../../electron/spotify/api-failure.ts';
import type { Profile } from '../../../electron/spotify/catalogue.ts';
import type { Account, SessionState } from '../../../shared/session-state.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { requestBudget } from '../../doubles/request-budget.ts';
import { LIFE } from '../shared/texts/every-state.ts';
import { deferred } from './session/harness/deferred.ts';
import { RecordingLogger } from './session/harness/recording-logger.ts';

const ADA: Profile = { accountKey: 'ada', userId: 'ada', displayName: 'Ada', country: null };
const ACTIVE: SessionState = { kind: 'active', life: LIFE };

function bench(options: { readonly account?: Account; readonly answer?: ApiResult<Profile> } = {}) {
  const clock = new ManualClock();
  const events: string[] = [];
  const session = {
    state: ACTIVE,
    account: options.account ?? null,
    setAccount: (key: string, displayName: string) => {
      session.account = { key, displayName };
      events.push(`account ${key}`);
    },
  };
  const gates = { watch: Promise.resolve() };
  const library = {
    ...createUnusableLibrary({ budget: () => requestBudget() }),
    watch: async ({ key, profile }: WatchedAccount) => {
      await gates.watch;
      events.push(`watch ${key}${profile === undefined ? '' : ' with profile'}`);
    },
    unwatch: async () => {
      events.push('unwatch');
    },
    reconsider: () => {
      events.push('reconsider');
    },
  };
  const asked = { count: 0 };
  const logger = new RecordingLogger();
  const follower = new AccountFollower({
    clock,
    logger,
    session,
    api: {
      profile: async () => {
        asked.count += 1;
        return options.answer ?? { kind: 'ok', value: ADA };
      },
    },
    library,
    onChanged: () => events.push('changed'),
  });
  return { clock, events, session, library, gates, asked, logger, follower };
}

describe('following the account of a session', () => {
  test('the library watches before anyone hears of a new account', async () => {
    const { follower, clock, events } = bench();
    follower.look();
    await clock.advance(0);
    expect(events).toEqual(['watch ada with profile', 'account ada', 'changed']);
  });

  test('an account that is known is watched at once, without a question', async () => {
    const { follower, events, asked } = bench({ account: { key: 'ada', displayName: 'Ada' } });
    follower.look();
    await follower.settled();
    follower.look();
    expect(events).toEqual(['watch ada', 'reconsider']);
    expect(asked.count).toBe(0);
  });

  test('a library that could not watch is asked again at the next look', async () => {
    const { follower, events, library, logger } = bench({
      account: { key: 'ada', displayName: 'Ada' },
    });
    const { watch } = library;
    library.watch = () => Promise.reject(new Error('The disk is full'));
    follower.look();
    await follower.settled();
    expect(logger.text).toContain('The disk is full');

    library.watch = watch;
    follower.look();
    await follower.settled();
    expect(events).toEqual(['watch ada']);
  });

  test('nobody is watched once the session has no account', async () => {
    const { follower, events, session } = bench({ account: { key: 'ada', displayName: 'Ada' } });
    follower.look();
    await follower.settled();
    session.account = null;
    session.state = { kind: 'signed-out', lastFailure: null };

    follower.look();

    // At once: the next page of a pass would be read with somebody else's token.
    expect(events).toEqual(['watch ada', 'unwatch']);
  });

  test('nobody asks whose token it is where the app speaks for itself', async () => {
    const { follower, asked, session, clock } = bench();
    session.state = { kind: 'active', life: { ...LIFE, way: 'client-credentials' } };
    follower.look();
    await clock.advance(0);
    expect(asked.count).toBe(0);
    expect(clock.pendingCount).toBe(0);
  });

  test('nobody asks who it is while that may change', async () => {
    const { follower, asked, clock } = bench();
    const work = deferred();
    const during = follower.during(() => work.promise);
    follower.look();
    await clock.advance(0);
    expect(asked.count).toBe(0);
    work.resolve();
    await during;
    follower.look();
    expect(asked.count).toBe(1);
  });

  test('a watch that begins while the account leaves ends again', async () => {
    const { follower, events, gates, clock, session } = bench();
    const slow = deferred();
    gates.watch = slow.promise;
    follower.look();
    await clock.advance(0);

    const left = follower.during(() => follower.leave());
    slow.resolve();
    await left;

    expect(events).toEqual(['watch ada with profile', 'unwatch']);
    expect(session.account).toBeNull();
  });

  test('a question that is not answered is trouble until it is', async () => {
    const { follower, events, clock } = bench({
      answer: { kind: 'failed', failure: { kind: 'not-found' } },
    });
    follower.look();
    await clock.advance(0);
    expect(follower.trouble).toEqual({ kind: 'not-found' });
    expect(events).toEqual(['changed']);
    await follower.during(async () => undefined);
    expect(follower.trouble).toBeNull();
  });

  test('closing leaves no timer', async () => {
    const { follower, clock } = bench({
      answer: { kind: 'failed', failure: { kind: 'not-found' } },
    });
    follower.look();
    await clock.advance(0);
    expect(clock.pendingCount).toBe(1);
    follower.close();
    expect(clock.pendingCount).toBe(0);
    follower.look();
    await clock.advance(0);
    expect(clock.pendingCount).toBe(0);
  });

  test('no question waits for its turn while nobody is signed in', async () => {
    const { follower, clock, session } = bench({
      answer: { kind: 'failed', failure: { kind: 'network', code: 'ECONNREFUSED' } },
    });
    follower.look();
    await clock.advance(0);
    session.state = { kind: 'sign-in-needed', reason: 'refused', lastFailure: null };
    follower.look();
    expect(clock.pendingCount).toBe(0);
  });
});

import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import {
  describeSession,
  type SessionModel,
  type SessionStanding,
  type SignInStage,
} from '../../../../electron/session/session-model.ts';
import {
  type SessionEvent,
  sessionAfter,
} from '../../../../electron/session/session-transitions.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';
import { sessionStateSchema } from '../../../../shared/session-state.ts';
import { EVERY_EVENT, EVERY_STAGE, EVERY_STANDING } from './harness/every-model.ts';

type Check = (before: SessionModel, event: SessionEvent, after: SessionModel) => void;

/** Runs on every standing with every event; no sign-in is under way unless stages are named. */
function forEveryStep(check: Check, stages: readonly (SignInStage | null)[] = [null]): void {
  for (const standing of EVERY_STANDING) {
    for (const signIn of stages) {
      for (const event of EVERY_EVENT) {
        const before = { standing, signIn };
        check(before, event, sessionAfter(before, event));
      }
    }
  }
}

/** Everything that could still bring a session to life. */
function tokensOf(standing: SessionStanding): CachedTokens | null {
  switch (standing.kind) {
    case 'holding':
      return standing.tokens;
    case 'ended':
      return standing.kept;
    default:
      return null;
  }
}

/** A `Secret` hides itself from printing, so it is looked for, and the value that it hides too. */
function holdsSecret(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) {
    return value instanceof Secret || Object.values(value).some(holdsSecret);
  }
  return typeof value === 'string' && value.includes('hidden-');
}

/** Names the step only where it failed: there are many. */
function holds(isTrue: boolean, before: SessionModel, event: SessionEvent): void {
  if (!isTrue) {
    expect.unreachable(`${event.kind} while ${JSON.stringify(before)}`);
  }
}

test('every model has a state that the contract lets through', () => {
  forEveryStep((before, event, after) => {
    holds(sessionStateSchema.safeParse(describeSession(after)).success, before, event);
  });
});

test('no secret is in what is shown', () => {
  expect(EVERY_STANDING.some(holdsSecret)).toBe(true);
  forEveryStep((before, event, after) => {
    holds(!holdsSecret(describeSession(after)), before, event);
  });
});

test('only new tokens, an end, an erasure or a disconnection take tokens away', () => {
  const mayTake = new Set<SessionEvent['kind']>([
    'signed-in',
    'refreshed',
    'session-ended',
    'kept-erased',
    'disconnected',
  ]);
  forEveryStep((before, event, after) => {
    const held = tokensOf(before.standing);
    if (held !== null && !mayTake.has(event.kind)) {
      const { accessToken, refreshToken, setAside } = tokensOf(after.standing) ?? {};
      const isKept =
        accessToken === held.accessToken &&
        refreshToken === held.refreshToken &&
        setAside === held.setAside;
      holds(isKept, before, event);
    }
  });
});

test('no erasure concerns tokens in use', () => {
  forEveryStep((before, event, after) => {
    if (event.kind === 'kept-erased' && before.standing.kind === 'holding') {
      holds(after === before, before, event);
    }
  });
});

test('nothing but the end of a session ends one', () => {
  forEveryStep((before, event, after) => {
    if (before.standing.kind === 'holding' && after.standing.kind !== 'holding') {
      const ends = event.kind === 'session-ended' && after.standing.kind === 'ended';
      const leaves = event.kind === 'disconnected' && after.standing.kind === 'signed-out';
      holds(ends || leaves, before, event);
    }
  });
});

test('after a disconnection there is nothing, whatever was before', () => {
  const nothing = { standing: { kind: 'signed-out', lastFailure: null }, signIn: null };
  forEveryStep(
    (before, event, after) => {
      if (event.kind === 'disconnected') {
        holds(isDeepStrictEqual(after, nothing), before, event);
      }
    },
    [null, ...EVERY_STAGE],
  );
});

test('a sign-in under way and the session beside it do not concern each other', () => {
  const check: Check = (before, event, after) => {
    const alone = sessionAfter({ ...before, signIn: null }, event);
    const ends = new Set(['sign-in-failed', 'signed-in', 'disconnected']).has(event.kind);
    const signIn = event.kind === 'sign-in-waits' ? event.stage : ends ? null : before.signIn;
    holds(isDeepStrictEqual(after.standing, alone.standing), before, event);
    holds(after.signIn === signIn, before, event);
  };
  forEveryStep(check, [null, ...EVERY_STAGE]);
});

test('an event that changes nothing gives the very same model', () => {
  forEveryStep((before, event, after) => {
    if (after.standing === before.standing && after.signIn === before.signIn) {
      const makesNew = event.kind === 'sign-in-waits' || event.kind === 'sign-in-failed';
      holds(after === before || makesNew, before, event);
    }
  });
});

test('a try has something to try, and failures are of a delay, whatever came before', () => {
  const isSound = ({ standing }: SessionModel) =>
    standing.kind === 'ended'
      ? standing.kept !== null || !standing.trying
      : standing.kind !== 'holding' ||
        standing.refresh.kind !== 'planned' ||
        standing.failures === 0;
  // Every step from what is sound leads to what is sound, so any number of them does.
  forEveryStep((before, event, after) => {
    holds(isSound(before) && isSound(after), before, event);
  });
});

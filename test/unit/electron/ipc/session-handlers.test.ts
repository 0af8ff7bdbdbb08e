import { describe, expect, test } from 'vitest';
import {
  createSessionHandlers,
  type SessionHandlerParts,
} from '../../../../electron/ipc/session-handlers.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { SignInOrder } from '../../../../electron/session/sign-in-order.ts';
import type { SecretChoice } from '../../../../shared/ipc-contract.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { tokens } from '../session/harness/keeper-bench.ts';

const ID = '0123456789abcdef0123456789abcdef';
const SECRET = 'fedcba9876543210fedcba9876543210';
const KEPT = 'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb';
const none: SecretChoice = { kind: 'none' };

/** Handlers over parts that note what they were asked to do. */
function bench(change: Partial<SessionHandlerParts> = {}) {
  const started: { clientId: string; order: SignInOrder }[] = [];
  const called: string[] = [];
  const handlers = createSessionHandlers({
    snapshot: () => {
      throw new Error('Not asked here');
    },
    startSignIn: (clientId, order) => {
      started.push({ clientId, order });
      return 'started';
    },
    knownSecret: (clientId) => (clientId === ID ? new Secret(KEPT) : null),
    chooseTokenFile: async () => null,
    openBrowserAgain: async () => 'not-running',
    giveCallbackAddress: () => 'not-running',
    confirmAccount: () => 'not-asked',
    cancelSignIn: () => called.push('cancelSignIn'),
    exploreSample: async () => 'failed',
    retry: () => called.push('retry'),
    testConnection: async () => ({ kind: 'no-token' }),
    moveTokens: async (to) => {
      called.push(`move to ${to}`);
      return 'left-behind';
    },
    disconnect: async () => 'keychain-failed',
    ...change,
  });
  return { handlers, started, called };
}

/** The secret of an order that has one. */
function secretOf(order: SignInOrder | undefined): string | null | undefined {
  return order !== undefined && 'secret' in order ? (order.secret?.reveal() ?? null) : undefined;
}

describe('signing in from the window', () => {
  test.each([ID, `  ${ID}\n`, ID.toUpperCase()])('takes the client id %j', (clientId) => {
    const { handlers, started } = bench();
    expect(handlers.signIn({ way: 'browser', clientId, secret: none })).toEqual({
      kind: 'started',
    });
    expect(started).toEqual([{ clientId: ID, order: { way: 'browser', secret: null } }]);
  });

  test.each(['', ID.slice(1), `${ID}0`, 'z'.repeat(32), `https://x/${ID}`])(
    'starts nothing with %j, whichever the way',
    (clientId) => {
      const { handlers, started } = bench();
      for (const way of ['browser', 'pasted', 'client-credentials'] as const) {
        expect(handlers.signIn({ way, clientId, secret: none })).toEqual({
          kind: 'client-id-invalid',
        });
      }
      expect(started).toEqual([]);
    },
  );

  test.each<[string, SecretChoice, string | null]>([
    ['no secret', none, null],
    ['the one that is kept', { kind: 'kept' }, KEPT],
    ['one that was typed', { kind: 'given', secret: ` ${SECRET}\n` }, SECRET],
  ])('goes with %s', (_, secret, expected) => {
    const { handlers, started } = bench();
    handlers.signIn({ way: 'pasted', clientId: ID, secret });
    expect(started.map(({ order }) => [order.way, secretOf(order)])).toEqual([
      ['pasted', expected],
    ]);
  });

  test.each(['', 'short', `${SECRET}0`])('starts nothing with the secret %j', (secret) => {
    const { handlers, started } = bench();
    for (const way of ['browser', 'pasted', 'client-credentials'] as const) {
      expect(handlers.signIn({ way, clientId: ID, secret: { kind: 'given', secret } })).toEqual({
        kind: 'secret-invalid',
      });
    }
    expect(started).toEqual([]);
  });

  test('an app can speak for itself only with its secret', () => {
    const { handlers, started } = bench();
    const way = 'client-credentials';
    expect(handlers.signIn({ way, clientId: ID, secret: none })).toEqual({
      kind: 'secret-invalid',
    });
    const unknown = 'b'.repeat(32);
    expect(handlers.signIn({ way, clientId: unknown, secret: { kind: 'kept' } })).toEqual({
      kind: 'secret-invalid',
    });
    expect(handlers.signIn({ way, clientId: ID, secret: { kind: 'kept' } })).toEqual({
      kind: 'started',
    });
    expect(started.map(({ order }) => [order.way, secretOf(order)])).toEqual([[way, KEPT]]);
  });

  test.each([
    ['BQpasted-token_123456', 'BQpasted-token_123456'],
    ['  BQpasted-token_123456\n', 'BQpasted-token_123456'],
    ['Bearer BQpasted-token_123456', 'BQpasted-token_123456'],
    ['bearer   BQpasted-token_123456', 'BQpasted-token_123456'],
  ])('takes the access token %j', (token, expected) => {
    const { handlers, started } = bench();
    expect(handlers.signIn({ way: 'access-token', token })).toEqual({ kind: 'started' });
    const order = started[0]?.order;
    expect(order?.way === 'access-token' ? order.token.reveal() : null).toBe(expected);
  });

  test.each(['', 'Bearer ', 'two words', 'tök-en-0123456789'])(
    'takes no access token that could not be one: %j',
    (token) => {
      const { handlers, started } = bench();
      expect(handlers.signIn({ way: 'access-token', token })).toEqual({ kind: 'token-invalid' });
      expect(started).toEqual([]);
    },
  );
});

describe('importing tokens from the window', () => {
  const found = tokens(new ManualClock());
  const file = { kind: 'tokens', tokens: found } as const;

  test('opens no file for a client id that cannot be one', async () => {
    let opened = 0;
    const { handlers } = bench({
      chooseTokenFile: async () => {
        opened += 1;
        return null;
      },
    });
    expect(await handlers.importTokens({ clientId: 'x', secret: none })).toEqual({
      kind: 'client-id-invalid',
    });
    expect(opened).toBe(0);
  });

  test('says that none was chosen, or why the chosen one is of no use', async () => {
    const request = { clientId: ID, secret: none };
    expect(await bench().handlers.importTokens(request)).toEqual({ kind: 'no-file-chosen' });
    const refused = { kind: 'refused', reason: 'expired' } as const;
    const { handlers, started } = bench({ chooseTokenFile: async () => refused });
    expect(await handlers.importTokens(request)).toEqual(refused);
    expect(started).toEqual([]);
  });

  test('signs in with the tokens and the secret that every refresh needs', async () => {
    const { handlers, started } = bench({ chooseTokenFile: async () => file });
    const secret = { kind: 'given', secret: SECRET } as const;
    expect(await handlers.importTokens({ clientId: ID, secret })).toEqual({ kind: 'started' });
    const order = started[0]?.order;
    expect(order?.way).toBe('import');
    expect(order?.way === 'import' ? order.tokens.clientSecret?.reveal() : null).toBe(SECRET);
  });

  test('keeps the secret that came with the file where none was typed', async () => {
    const own = { ...file, tokens: { ...found, clientSecret: new Secret(KEPT) } };
    const { handlers, started } = bench({ chooseTokenFile: async () => own });
    await handlers.importTokens({ clientId: ID, secret: none });
    const order = started[0]?.order;
    expect(order?.way === 'import' ? order.tokens.clientSecret?.reveal() : null).toBe(KEPT);
  });
});

test.each([
  ['accepted', { kind: 'accepted' }],
  ['not-running', { kind: 'not-running' }],
  ['other-sign-in', { kind: 'refused', reason: 'other-sign-in' }],
] as const)('a pasted address that is %s is told so', (result, answer) => {
  const { handlers } = bench({ giveCallbackAddress: () => result });
  expect(handlers.giveCallbackAddress({ address: 'x' })).toEqual(answer);
});

test('the other calls reach their part and tell its answer', async () => {
  const { handlers, called } = bench();
  expect(await handlers.openBrowserAgain(undefined)).toEqual({ kind: 'not-running' });
  expect(await handlers.exploreSample(undefined)).toEqual({ kind: 'failed' });
  expect(await handlers.disconnect(undefined)).toEqual({ kind: 'keychain-failed' });
  expect(await handlers.testConnection(undefined)).toEqual({ kind: 'no-token' });
  expect(await handlers.moveTokens({ to: 'file' })).toEqual({ kind: 'left-behind' });
  expect(handlers.confirmAccount({ accept: true })).toEqual({ kind: 'not-asked' });
  expect(handlers.cancelSignIn(undefined)).toEqual({ kind: 'done' });
  expect(handlers.retry(undefined)).toEqual({ kind: 'done' });
  expect(called).toEqual(['move to file', 'cancelSignIn', 'retry']);
});

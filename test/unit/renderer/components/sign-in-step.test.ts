import { describe, expect, it } from 'vitest';
import {
  isSecretKnown,
  type SignInForm,
  type SignInStep,
  signInStep,
} from '../../../../renderer/components/sign-in-step.ts';
import { signInRequestSchema } from '../../../../shared/ipc-contract.ts';

const clientId = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const secret = { kind: 'valid', value: 'a'.repeat(32), note: null } as const;
const token = { kind: 'doubtful', value: 'b'.repeat(40), text: '' } as const;
const halfTyped = { kind: 'incomplete', text: '12 of 32 characters.' } as const;

function step(form: Partial<SignInForm>): SignInStep {
  const empty = { kind: 'empty' } as const;
  return signInStep({
    way: 'browser',
    clientId: null,
    secret: empty,
    token: empty,
    isSecretKnown: false,
    ...form,
  });
}

describe('the step that signs in', () => {
  const none = { kind: 'none' } as const;
  const kept = { kind: 'kept' } as const;
  const given = { kind: 'given', secret: secret.value } as const;

  it.each([
    ['asks for the client ID', {}, { kind: 'missing', field: 'client-id' }],
    ['uses no secret by itself', { clientId }, signIn({ way: 'browser', clientId, secret: none })],
    [
      'uses the secret that is known',
      { clientId, isSecretKnown: true },
      signIn({ way: 'browser', clientId, secret: kept }),
    ],
    [
      'prefers the secret that is typed',
      { clientId, secret, isSecretKnown: true, way: 'pasted' },
      signIn({ way: 'pasted', clientId, secret: given }),
    ],
    [
      'does not go on without a secret that is half typed',
      { clientId, secret: halfTyped, isSecretKnown: true },
      { kind: 'missing', field: 'secret' },
    ],
    [
      'asks for the secret that the app alone needs',
      { clientId, way: 'client-credentials' },
      { kind: 'missing', field: 'secret' },
    ],
    [
      'signs the app in with a known secret',
      { clientId, isSecretKnown: true, way: 'client-credentials' },
      signIn({ way: 'client-credentials', clientId, secret: kept }),
    ],
    [
      'asks for the access token and for nothing else',
      { way: 'access-token' },
      { kind: 'missing', field: 'token' },
    ],
    [
      'takes an access token that looks odd, without any client ID',
      { way: 'access-token', token },
      signIn({ way: 'access-token', token: token.value }),
    ],
    [
      'does not take half an access token',
      { way: 'access-token', token: halfTyped },
      { kind: 'missing', field: 'token' },
    ],
    [
      'imports with the client ID',
      { way: 'import', clientId },
      { kind: 'import', clientId, secret: none },
    ],
    [
      'imports with the secret that the other program used',
      { way: 'import', clientId, secret },
      { kind: 'import', clientId, secret: given },
    ],
    [
      'does not import without a client ID',
      { way: 'import' },
      { kind: 'missing', field: 'client-id' },
    ],
  ] as const)('%s', (_, form, expected) => {
    const actual = step(form);
    expect(actual).toEqual(expected);
    if (actual.kind === 'sign-in') {
      expect(signInRequestSchema.safeParse(actual.request).success).toBe(true);
    }
  });

  function signIn(request: Extract<SignInStep, { kind: 'sign-in' }>['request']): SignInStep {
    return { kind: 'sign-in', request };
  }
});

describe('the secret of the main process', () => {
  const setup = { clientId, hasSecret: true, redirectUris: [] };

  it.each([
    ['goes with its own client ID', setup, clientId, true],
    ['goes with it however it is written', setup, clientId.toUpperCase(), true],
    ['does not go with another', setup, 'f'.repeat(32), false],
    ['goes with none', setup, null, false],
    ['is not there', { ...setup, hasSecret: false }, clientId, false],
    ['has no client ID to go with', { ...setup, clientId: null }, clientId, false],
  ])('%s', (_, known, typed, expected) => {
    expect(isSecretKnown(known, typed)).toBe(expected);
  });
});

import type { SecretChoice, SessionSnapshot, SignInRequest } from '../../shared/ipc-contract.ts';
import { type Advice, acceptedValue } from '../../shared/texts/advice.ts';

/** A way in as the user chooses it. Taking over a file is a call of its own. */
export type WayIn = SignInRequest['way'] | 'import';

/** What the user has typed and chosen so far. */
export interface SignInForm {
  readonly way: WayIn;
  /** Null while none that could work is typed. */
  readonly clientId: string | null;
  readonly secret: Advice<string>;
  readonly token: Advice<string>;
  /** Whether the main process has a secret that goes with this client ID. */
  readonly isSecretKnown: boolean;
}

/** What comes of pressing the button: a call, or the field that has to be filled in first. */
export type SignInStep =
  | { readonly kind: 'sign-in'; readonly request: SignInRequest }
  | { readonly kind: 'import'; readonly clientId: string; readonly secret: SecretChoice }
  | { readonly kind: 'missing'; readonly field: 'client-id' | 'secret' | 'token' };

export function signInStep(form: SignInForm): SignInStep {
  const { way, clientId } = form;
  if (way === 'access-token') {
    const token = acceptedValue(form.token);
    return token === null
      ? { kind: 'missing', field: 'token' }
      : { kind: 'sign-in', request: { way, token } };
  }
  if (clientId === null) return { kind: 'missing', field: 'client-id' };
  const secret = secretChoice(form);
  if (secret === null) return { kind: 'missing', field: 'secret' };
  return way === 'import'
    ? { kind: 'import', clientId, secret }
    : { kind: 'sign-in', request: { way, clientId, secret } };
}

/**
 * Whether the secret that the main process has goes with the client ID that is typed: it belongs to
 * the one of the settings or the environment.
 */
export function isSecretKnown(setup: SessionSnapshot['setup'], clientId: string | null): boolean {
  return (
    setup.hasSecret && clientId !== null && setup.clientId?.toLowerCase() === clientId.toLowerCase()
  );
}

/** Null where what is typed cannot be used, or where one is needed and there is none. */
function secretChoice({ way, secret, isSecretKnown }: SignInForm): SecretChoice | null {
  if (secret.kind !== 'empty') {
    const given = acceptedValue(secret);
    return given === null ? null : { kind: 'given', secret: given };
  }
  if (isSecretKnown) return { kind: 'kept' };
  return way === 'client-credentials' ? null : { kind: 'none' };
}

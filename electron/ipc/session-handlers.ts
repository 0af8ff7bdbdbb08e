import {
  accessTokenSchema,
  type CallbackRefusal,
  type ConnectionTest,
  clientIdSchema,
  clientSecretSchema,
  type ImportRefusal,
  type SecretChoice,
  type SessionSnapshot,
  type SignInRequest,
} from '../../shared/ipc-contract.ts';
import type { GroupHandlers } from '../../shared/ipc-derived.ts';
import type { TokenCacheKind } from '../../shared/session-settings.ts';
import type { MoveResult } from '../session/chosen-token-cache.ts';
import { Secret } from '../session/secret.ts';
import type { SignInOrder } from '../session/sign-in-order.ts';
import type { CachedTokens } from '../session/token-cache.ts';

/** A session of a pasted access token has no client id; this stands in its place. */
const PASTED_TOKEN_SESSION = 'access-token';

type StartResult = 'started' | 'already-running';

export interface SessionHandlerParts {
  snapshot(): SessionSnapshot;
  /** Starts signing in; how it ends is told by the session's state. */
  startSignIn(clientId: string, order: SignInOrder): StartResult;
  /** The secret that is known for a client id; null where none is. */
  knownSecret(clientId: string): Secret | null;
  /** The tokens of a file that the user chooses; null where he chose none. */
  chooseTokenFile(): Promise<
    | { readonly kind: 'tokens'; readonly tokens: CachedTokens }
    | { readonly kind: 'refused'; readonly reason: ImportRefusal }
    | null
  >;
  openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'>;
  giveCallbackAddress(address: string): 'accepted' | 'not-running' | CallbackRefusal;
  confirmAccount(accept: boolean): 'done' | 'not-asked';
  cancelSignIn(): void;
  exploreSample(): Promise<'started' | 'failed'>;
  retry(): void;
  testConnection(): Promise<ConnectionTest>;
  moveTokens(to: TokenCacheKind): Promise<MoveResult | 'busy'>;
  disconnect(): Promise<'done' | 'keychain-failed' | 'file-failed'>;
}

/** The calls that concern signing in and staying signed in. No token passes here to the window. */
export function createSessionHandlers(parts: SessionHandlerParts): GroupHandlers<'session'> {
  return {
    snapshot: () => parts.snapshot(),
    signIn: (request) => ({ kind: signIn(parts, request) }),
    importTokens: async ({ clientId, secret }) => {
      const client = readClient(parts, clientId, secret);
      if (typeof client === 'string') {
        return { kind: client };
      }
      const file = await parts.chooseTokenFile();
      if (file === null) {
        return { kind: 'no-file-chosen' };
      }
      if (file.kind === 'refused') {
        return file;
      }
      const clientSecret = client.secret ?? file.tokens.clientSecret;
      const tokens = { ...file.tokens, clientSecret };
      return { kind: parts.startSignIn(client.id, { way: 'import', tokens }) };
    },
    openBrowserAgain: async () => ({ kind: await parts.openBrowserAgain() }),
    giveCallbackAddress: ({ address }) => {
      const result = parts.giveCallbackAddress(address);
      return result === 'accepted' || result === 'not-running'
        ? { kind: result }
        : { kind: 'refused', reason: result };
    },
    confirmAccount: ({ accept }) => ({ kind: parts.confirmAccount(accept) }),
    cancelSignIn: () => {
      parts.cancelSignIn();
      return { kind: 'done' };
    },
    exploreSample: async () => ({ kind: await parts.exploreSample() }),
    retry: () => {
      parts.retry();
      return { kind: 'done' };
    },
    testConnection: () => parts.testConnection(),
    moveTokens: async ({ to }) => ({ kind: await parts.moveTokens(to) }),
    disconnect: async () => ({ kind: await parts.disconnect() }),
  };
}

function signIn(
  parts: SessionHandlerParts,
  request: SignInRequest,
): StartResult | 'client-id-invalid' | 'secret-invalid' | 'token-invalid' {
  if (request.way === 'access-token') {
    const token = accessTokenSchema.safeParse(request.token.trim().replace(/^bearer\s+/i, ''));
    return token.success
      ? parts.startSignIn(PASTED_TOKEN_SESSION, {
          way: 'access-token',
          token: new Secret(token.data),
        })
      : 'token-invalid';
  }
  const client = readClient(parts, request.clientId, request.secret);
  if (typeof client === 'string') {
    return client;
  }
  const { way } = request;
  if (way !== 'client-credentials') {
    return parts.startSignIn(client.id, { way, secret: client.secret });
  }
  // An app that speaks for itself proves itself by its secret: without one there is no way.
  return client.secret === null
    ? 'secret-invalid'
    : parts.startSignIn(client.id, { way, secret: client.secret });
}

/** Pasted text often brings spaces along; a wrong id would only fail later, in the browser. */
function readClient(
  parts: Pick<SessionHandlerParts, 'knownSecret'>,
  clientId: string,
  choice: SecretChoice,
): { id: string; secret: Secret | null } | 'client-id-invalid' | 'secret-invalid' {
  // In lower case, as the dashboard shows it: it names the cache's entry and is compared.
  const id = clientIdSchema.safeParse(clientId.trim().toLowerCase());
  if (!id.success) {
    return 'client-id-invalid';
  }
  if (choice.kind === 'none') {
    return { id: id.data, secret: null };
  }
  if (choice.kind === 'kept') {
    return { id: id.data, secret: parts.knownSecret(id.data) };
  }
  const secret = clientSecretSchema.safeParse(choice.secret.trim());
  return secret.success ? { id: id.data, secret: new Secret(secret.data) } : 'secret-invalid';
}

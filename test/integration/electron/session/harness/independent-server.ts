import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Provider, { type RequestContext } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import { Secret } from '../../../../../electron/session/secret.ts';
import type { OAuthClient } from '../../../../../electron/session/token-endpoint.ts';
import { READING_SCOPES } from '../../../../../shared/scopes.ts';

const SIX_MONTHS_SECONDS = 183 * 24 * 3_600;
const SPENT_TOKEN = 'refresh token already used';

export interface IndependentServerOptions {
  readonly accessTokenSeconds?: number;
  /** From the user's agreement; refreshing prolongs nothing. */
  readonly refreshTokenSeconds?: number;
}

/** A token request that was answered. */
export interface AnsweredTokenRequest {
  readonly grant: string | null;
  readonly authorization: string | null;
  /** Null for tokens. */
  readonly error: string | null;
}

/**
 * An authorization server that was written for everybody, `oidc-provider`, at Spotify's addresses:
 * PKCE with S256 is required, refresh tokens rotate, and one that comes a second time revokes
 * everything that its user agreed to (RFC 9700 §4.14.2). Its time is `Date.now()`.
 */
export async function startIndependentServer(options: IndependentServerOptions = {}) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accountsUrl = urlOf(server.address());
  const clients = {
    publicClient: { id: randomBytes(16).toString('hex'), secret: null },
    confidentialClient: {
      id: randomBytes(16).toString('hex'),
      // Characters that Basic authentication must escape (RFC 6749 §2.3.1).
      secret: new Secret(`${randomBytes(16).toString('hex')}:+%/ =`),
    },
  };
  const provider = new Provider(accountsUrl, configuration(options, clients));
  const tokenRequests: AnsweredTokenRequest[] = [];
  const troubles: string[] = [];
  let reuses = 0;
  const note = ({ oidc, headers }: RequestContext, error: string | null) =>
    tokenRequests.push({
      grant: oidc?.params?.grant_type ?? null,
      authorization: headers.authorization ?? null,
      error,
    });
  provider.on('grant.success', (context) => note(context, null));
  provider.on('grant.error', (context, { error, error_detail: detail }) => {
    note(context, error);
    reuses += detail === SPENT_TOKEN ? 1 : 0;
  });
  provider.on('server_error', (_, error) => troubles.push(String(error)));

  let held: Promise<void> = Promise.resolve();
  let arrived: (request: IncomingMessage) => void = () => undefined;
  const answer = provider.callback();
  server.on('request', (request, response) => {
    // Node takes the header from a clock that no test can move.
    response.setHeader('date', new Date(Date.now()).toUTCString());
    if (request.url?.startsWith('/interaction/')) {
      void interact(provider, request, response);
    } else if (request.url === '/api/token') {
      arrived(request);
      // Who has gone in the meantime gets no answer, and nothing is done for him.
      void held.then(() => (request.destroyed ? undefined : answer(request, response)));
    } else {
      answer(request, response);
    }
  });

  return {
    accountsUrl,
    ...clients,
    /** Answered ones, oldest first. */
    tokenRequests,
    /** How often a refresh token came that had been used before. */
    reuses: () => reuses,
    /** What should not have happened inside. */
    troubles,
    /** What an API that asks the server would hear of an access token. */
    accepts: async (accessToken: Secret) => {
      const models = [provider.AccessToken, provider.ClientCredentials];
      const found = await Promise.all(models.map((model) => model.find(accessToken.reveal())));
      return found.some((token) => token?.isValid ?? false);
    },
    /** From now on token requests lie untouched until `release`; `first` is the first of them. */
    holdTokenRequests: () => {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      const first = new Promise<IncomingMessage>((resolve) => {
        arrived = resolve;
      });
      return { first, release };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function configuration(
  {
    accessTokenSeconds = 3_600,
    refreshTokenSeconds = SIX_MONTHS_SECONDS,
  }: IndependentServerOptions,
  clients: {
    readonly publicClient: OAuthClient;
    readonly confidentialClient: OAuthClient;
  },
): object {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const common = {
    application_type: 'native',
    // Any port of a loopback address fits (RFC 8252 §7.3).
    redirect_uris: ['http://127.0.0.1/callback'],
    response_types: ['code'],
    id_token_signed_response_alg: 'ES256',
    scope: READING_SCOPES.join(' '),
  };
  return {
    // The same as without one, less a warning.
    adapter: createMemoryAdapter(),
    clients: [
      {
        ...common,
        client_id: clients.publicClient.id,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
      },
      {
        ...common,
        client_id: clients.confidentialClient.id,
        client_secret: clients.confidentialClient.secret?.reveal(),
        token_endpoint_auth_method: 'client_secret_basic',
        grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      },
    ],
    routes: { authorization: '/authorize', token: '/api/token' },
    scopes: [...READING_SCOPES],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    expiresWithSession: async () => false,
    ttl: {
      AccessToken: accessTokenSeconds,
      ClientCredentials: accessTokenSeconds,
      AuthorizationCode: 600,
      RefreshToken: (context: RequestContext) =>
        context.oidc?.entities.RotatedRefreshToken?.remainingTTL ?? refreshTokenSeconds,
      Grant: 2 * SIX_MONTHS_SECONDS,
      Interaction: 600,
      Session: 600,
    },
    features: { devInteractions: { enabled: false }, clientCredentials: { enabled: true } },
    interactions: {
      url: async (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}`,
    },
    findAccount: async (_context: unknown, accountId: string) => ({
      accountId,
      claims: async () => ({ sub: accountId }),
    }),
    renderError: async (context: { body: string }, { error }: { readonly error: string }) => {
      context.body = error;
    },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'test' }] },
  };
}

/** The page on which the user agrees or does not: one form for a browser and for a test. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      '<!doctype html><title>Agree?</title><form method="post">' +
        '<button name="answer" value="agree">Agree</button>' +
        '<button name="answer" value="cancel">Cancel</button></form>',
    );
    return;
  }
  const agreed = (await bodyOf(request)) === 'answer=agree';
  await provider.interactionFinished(
    request,
    response,
    agreed ? await agreement(provider, request, response) : { error: 'access_denied' },
  );
}

async function agreement(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const { params } = await provider.interactionDetails(request, response);
  const accountId = 'someone';
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return { login: { accountId }, consent: { grantId: await grant.save() } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(request, 'end');
  return Buffer.concat(chunks).toString('utf8');
}

function urlOf(address: ReturnType<ReturnType<typeof createServer>['address']>): string {
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port.');
  }
  return `http://127.0.0.1:${address.port}`;
}

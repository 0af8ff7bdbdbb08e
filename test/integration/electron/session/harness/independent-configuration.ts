import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { RequestContext } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import type { OAuthClient } from '../../../../../electron/session/token-endpoint.ts';
import { READING_SCOPES } from '../../../../../shared/scopes.ts';

const SIX_MONTHS_SECONDS = 183 * 24 * 3_600;

export interface IndependentServerOptions {
  readonly accessTokenSeconds?: number;
  /** From the user's agreement; refreshing prolongs nothing. */
  readonly refreshTokenSeconds?: number;
}

/** What makes `oidc-provider` a server that our clients can ask. */
export function independentConfiguration(
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

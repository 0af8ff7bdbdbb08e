import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import Provider, { type RequestContext } from 'oidc-provider';
import { Secret } from '../../../../../electron/session/secret.ts';
import {
  type IndependentServerOptions,
  independentConfiguration,
} from './independent-configuration.ts';
import { interact } from './interaction-page.ts';

const SPENT_TOKEN = 'refresh token already used';

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
  const provider = new Provider(accountsUrl, independentConfiguration(options, clients));
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

function urlOf(address: ReturnType<ReturnType<typeof createServer>['address']>): string {
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port.');
  }
  return `http://127.0.0.1:${address.port}`;
}

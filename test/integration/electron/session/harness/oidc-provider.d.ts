/** The part of `oidc-provider` 9 that the tests use; the package comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface StoredToken {
    /** Seconds. */
    readonly remainingTTL: number;
    readonly isValid: boolean;
  }

  export interface TokenModel {
    find(token: string): Promise<StoredToken | undefined>;
  }

  export interface RequestContext {
    readonly headers: IncomingMessage['headers'];
    readonly oidc?: {
      readonly params?: { readonly grant_type?: string };
      readonly entities: { readonly RotatedRefreshToken?: StoredToken };
    };
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export default class Provider {
    constructor(issuer: string, configuration: object);
    readonly AccessToken: TokenModel;
    readonly ClientCredentials: TokenModel;
    readonly Grant: new (of: {
      readonly accountId: string;
      readonly clientId: string;
    }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ readonly params: { readonly client_id: string; readonly scope: string } }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
    ): Promise<void>;
    on(event: 'grant.success', listener: (context: RequestContext) => void): this;
    on(
      event: 'grant.error',
      listener: (
        context: RequestContext,
        error: { readonly error: string; readonly error_detail?: string },
      ) => void,
    ): this;
    on(event: 'server_error', listener: (context: unknown, error: Error) => void): this;
  }
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  /** Its own storage for every server. */
  export function createMemoryAdapter(): (model: string) => object;
}

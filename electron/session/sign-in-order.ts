import type { Secret } from './secret.ts';
import type { CachedTokens } from './token-cache.ts';

/** What a sign-in goes by. The client id is the keeper's. */
export type SignInOrder =
  /** Authorization code: in this machine's browser, or with a pasted callback address. */
  | { readonly way: 'browser' | 'pasted'; readonly secret: Secret | null }
  | { readonly way: 'client-credentials'; readonly secret: Secret }
  | { readonly way: 'access-token'; readonly token: Secret }
  /** Tokens of another program. */
  | { readonly way: 'import'; readonly tokens: CachedTokens };

import {
  parseTokens,
  serializeTokens,
} from '../../../../../electron/session/cached-tokens-json.ts';
import { loadSystemKeychain } from '../../../../../electron/session/keychain.ts';
import { KeychainTokenCache } from '../../../../../electron/session/keychain-token-cache.ts';
import type { CacheRead, CacheWrite } from '../../../../../electron/session/token-cache.ts';
import { type CacheAnswer, type CacheCall, cacheCallSchema } from './cache-call.ts';

// Carries out calls of the keychain of its environment that its parent sends. The client id is its
// argument. Calls begin as they come: their order is the cache's affair.
const [clientId = ''] = process.argv.slice(2);
const cache = new KeychainTokenCache(loadSystemKeychain, clientId);

process.on('message', (message) => {
  const call = cacheCallSchema.parse(message);
  void run(call).then((result) => {
    const answer =
      result.kind === 'found'
        ? { kind: result.kind, tokens: serializeTokens(result.tokens, Number.POSITIVE_INFINITY) }
        : result;
    process.send?.({ id: call.id, answer } satisfies CacheAnswer);
  });
});

function run(call: CacheCall): Promise<CacheRead | CacheWrite> {
  if (call.method !== 'set') {
    return cache[call.method]();
  }
  const tokens = parseTokens(call.tokens ?? '');
  if (tokens === null) {
    throw new Error('The parent sent something else than tokens.');
  }
  return cache.set(tokens);
}

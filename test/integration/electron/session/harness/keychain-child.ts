import { loadSystemKeychain } from '../../../../../electron/session/keychain.ts';
import { KeychainTokenCache } from '../../../../../electron/session/keychain-token-cache.ts';
import { Secret } from '../../../../../electron/session/secret.ts';

// Does what its arguments name, one after the other, with the real keychain of its environment, and
// prints one line of JSON for each.
const cache = new KeychainTokenCache(loadSystemKeychain, '0123456789abcdef0123456789abcdef');

for (const step of process.argv.slice(2)) {
  process.stdout.write(`${JSON.stringify(await run(step))}\n`);
}

async function run(step: string): Promise<object> {
  if (step === 'get') {
    const read = await cache.get();
    return read.kind === 'found'
      ? { kind: read.kind, refreshToken: read.tokens.refreshToken?.reveal() ?? null }
      : read;
  }
  if (step === 'delete') {
    return cache.delete();
  }
  return cache.set({
    accessToken: new Secret('access-of-the-test'),
    accessTokenExpiresAtMs: 2,
    receivedAtMs: 1,
    refreshToken: new Secret(step),
    scopes: [],
    authorizedAtMs: 1,
    setAside: null,
  });
}

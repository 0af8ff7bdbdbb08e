import { FileTokenCache } from '../../../../../electron/session/file-token-cache.ts';
import { Secret } from '../../../../../electron/session/secret.ts';
import { systemClock } from '../../../../../shared/clock.ts';

// Writes one session after the other to the file of its first argument, and tells its parent the
// number of each that was stored, until it is killed.
const [path = ''] = process.argv.slice(2);
/** Writes that take their time are killed in the middle. */
const LONG = ['x'.repeat(900_000)];
const cache = new FileTokenCache({ path, clock: systemClock });

for (let count = 1; ; count += 1) {
  const write = await cache.set({
    way: 'authorization-code',
    clientSecret: null,
    accessToken: new Secret(`access-${count}`),
    accessTokenExpiresAtMs: count,
    receivedAtMs: 0,
    refreshToken: new Secret(`refresh-${count}`),
    scopes: [],
    missingScopes: LONG,
    authorizedAtMs: 0,
    setAside: null,
  });
  process.send?.({ count, kind: write.kind });
}

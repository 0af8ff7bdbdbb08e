import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE_USER } from '../../../electron/sample-service/collection/sample-user.ts';
import type { SampleService } from '../../../electron/sample-service/sample-service.ts';
import { FileTokenCache } from '../../../electron/session/file-token-cache.ts';
import { Secret } from '../../../electron/session/secret.ts';
import { systemClock } from '../../../shared/clock.ts';
import { signInWith } from '../../e2e/harness/code-flow-by-hand.ts';

const ACCESS_TOKEN_LIFE_MS = 3_600_000;

/**
 * Makes the folder of a Cratewatch that is signed in to this service; its first pass is still to
 * come. The tokens are in a file: a bench has no keychain.
 */
export async function writeSignedInProfile(folder: string, service: SampleService): Promise<void> {
  const nowMs = systemClock.nowMs();
  const { clientId } = service;
  const tokens = await signInWith(service);
  const scopes = tokens.scope.split(' ');
  await mkdir(join(folder, 'session'), { recursive: true, mode: 0o700 });
  const cache = new FileTokenCache({
    path: join(folder, 'session', `${clientId}.json`),
    clock: systemClock,
  });
  await cache.set({
    way: 'authorization-code',
    clientSecret: null,
    accessToken: new Secret(tokens.access_token),
    accessTokenExpiresAtMs: nowMs + ACCESS_TOKEN_LIFE_MS,
    receivedAtMs: nowMs,
    refreshToken: new Secret(tokens.refresh_token),
    scopes,
    missingScopes: [],
    authorizedAtMs: nowMs,
    setAside: null,
  });
  const session = {
    clientId,
    accountKey: SAMPLE_USER.accountId,
    displayName: SAMPLE_USER.displayName,
    authorizedAtMs: nowMs,
    ended: null,
  };
  const settings = { version: 1, clientId, tokenCache: 'file', session };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
}

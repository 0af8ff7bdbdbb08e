import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { KeychainInProcess } from '../../integration/electron/session/harness/keychain-in-process.ts';

const settingsFile = z.looseObject({ session: z.looseObject({ authorizedAtMs: z.number() }) });

/**
 * Makes the stored sign-in of an app that does not run look as if the user had agreed at another
 * time: in the keychain and in the settings, as it would stand there by then.
 */
export async function ageSignIn(
  profile: string,
  keyringEnv: Readonly<Record<string, string>>,
  clientId: string,
  authorizedAtMs: number,
): Promise<void> {
  const keychain = new KeychainInProcess(keyringEnv, clientId);
  try {
    const read = await keychain.get();
    if (read.kind !== 'found') {
      throw new Error(`The keychain holds no sign-in: ${read.kind}`);
    }
    const write = await keychain.set({ ...read.tokens, authorizedAtMs });
    if (write.kind !== 'done') {
      throw new Error(`The keychain took no sign-in: ${write.kind}`);
    }
  } finally {
    await keychain.close();
  }
  const path = join(profile, 'settings.json');
  const settings = settingsFile.parse(JSON.parse(await readFile(path, 'utf8')));
  settings.session.authorizedAtMs = authorizedAtMs;
  await writeFile(path, JSON.stringify(settings));
}

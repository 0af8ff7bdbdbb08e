import { describe } from 'vitest';
import { describeTokenCache } from '../../../contract/token-cache-contract.ts';
import { keyringUnavailable, startPrivateKeyring } from '../../../harness/private-keyring.ts';
import { KeychainInProcess } from './harness/keychain-in-process.ts';

const lack = keyringUnavailable();
if (lack !== null) {
  process.stdout.write(`Skipped: the contract of a real keyring. ${lack}\n`);
}

describe.skipIf(lack !== null)('a real keyring', () => {
  describeTokenCache(
    'the system’s keychain',
    async () => {
      const keyring = await startPrivateKeyring();
      const opened: KeychainInProcess[] = [];
      const open = (clientId: string) => {
        const cache = new KeychainInProcess(keyring.env, clientId);
        opened.push(cache);
        return cache;
      };
      return {
        cache: open('0'.repeat(32)),
        reopen: () => open('0'.repeat(32)),
        openOther: () => open('1'.repeat(32)),
        close: async () => {
          await Promise.all(opened.map((cache) => cache.close()));
          await keyring.close();
        },
      };
    },
    { mayLeaveOutAccessToken: true },
  );
});

import type { Keychain, KeychainLoad } from '../../electron/session/keychain.ts';

/** A keychain in memory that can be locked, be missing or keep its user waiting. */
export class MemoryKeychain implements Keychain {
  readonly entries = new Map<string, string>();
  /** Throws at every call, as libsecret does where the user does not unlock it. */
  isLocked = false;
  isMissing = false;
  /** Every call waits for it. */
  gate: Promise<unknown> = Promise.resolve();
  reads = 0;

  readonly load = async (): Promise<KeychainLoad> =>
    this.isMissing
      ? { kind: 'failed', reason: 'no keychain here' }
      : { kind: 'loaded', keychain: this };

  async getPassword(service: string, account: string): Promise<string | null> {
    this.reads += 1;
    await this.#open();
    return this.entries.get(`${service}/${account}`) ?? null;
  }

  async setPassword(service: string, account: string, password: string): Promise<void> {
    await this.#open();
    this.entries.set(`${service}/${account}`, password);
  }

  async deletePassword(service: string, account: string): Promise<boolean> {
    await this.#open();
    return this.entries.delete(`${service}/${account}`);
  }

  async #open(): Promise<void> {
    await this.gate;
    if (this.isLocked) {
      throw new Error('Cannot create an item in a locked collection');
    }
  }
}

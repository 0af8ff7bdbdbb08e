import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { ProxyAnswer, ProxyOrder, ProxySetting } from '../shared/proxy-setting.ts';
import { readProxyOrder } from './proxy-order.ts';
import type { PasswordRead, ProxyPassword } from './proxy-password.ts';
import { InOrder } from './session/in-order.ts';
import type { Secret } from './session/secret.ts';
import { withinLimit } from './session/time-limit.ts';
import type { SettingsStore } from './storage/settings.ts';

/** A keychain that asks its user must not hold up every request. */
const KEYCHAIN_LIMIT_MS = 10_000;

export interface ProxyKeeperParts {
  readonly settings: Pick<SettingsStore, 'read' | 'update'>;
  readonly passwords: ProxyPassword;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The proxy or its password is another one now. */
  readonly onChanged: () => void;
}

/** The proxy that the user set, with its password, which only the keychain keeps. */
export class ProxyKeeper {
  readonly #parts: ProxyKeeperParts;
  readonly #orders = new InOrder();
  /** What the keychain said for the present setting; null when it is to be asked (again). */
  #read: Promise<PasswordRead> | null = null;

  constructor(parts: ProxyKeeperParts) {
    this.#parts = parts;
  }

  get setting(): ProxySetting {
    return this.#parts.settings.read().proxy;
  }

  /** For the manual proxy; null where it has none, or the keychain does not give it just now. */
  async password(): Promise<Secret | null> {
    const { setting } = this;
    if (setting.kind !== 'manual' || setting.user === null || !setting.hasPassword) {
      return null;
    }
    const { address, user } = setting;
    const { clock, logger, passwords } = this.#parts;
    const reading = this.#read ?? passwords.read({ address, user });
    this.#read = reading;
    const end = await withinLimit(reading, clock, KEYCHAIN_LIMIT_MS);
    if (end.kind === 'in-time' && end.value.kind === 'found') {
      return end.value.password;
    }
    if (end.kind === 'in-time' && this.#read === reading) {
      this.#read = null;
    }
    logger.warn('The keychain did not give the password of the proxy', {
      reason: end.kind === 'late' ? 'late' : end.value.kind,
    });
    return null;
  }

  /** Sets the proxy; an order with a fault changes nothing. */
  set(order: ProxyOrder): Promise<ProxyAnswer> {
    return this.#orders.run(() => this.#set(order));
  }

  async #set(order: ProxyOrder): Promise<ProxyAnswer> {
    const { settings, passwords, logger, onChanged } = this.#parts;
    const { setting: before } = this;
    const reading = readProxyOrder(order, before);
    if (reading.kind === 'invalid') {
      return reading;
    }
    const { setting, newPassword } = reading;
    if (newPassword !== null && setting.kind === 'manual' && setting.user !== null) {
      const { address, user } = setting;
      if ((await passwords.write({ address, user }, newPassword)) === 'unavailable') {
        return { kind: 'keychain-failed' };
      }
    }
    try {
      settings.update({ proxy: setting });
    } catch (error) {
      logger.error('The settings could not be written', { reason: String(error) });
      return { kind: 'not-written' };
    }
    this.#read = null;
    onChanged();
    return hasPassword(before) && !hasPassword(setting) ? await this.#forget() : { kind: 'done' };
  }

  async #forget(): Promise<ProxyAnswer> {
    const end = await this.#parts.passwords.delete();
    return { kind: end === 'done' ? 'done' : 'left-behind' };
  }
}

function hasPassword(setting: ProxySetting): boolean {
  return setting.kind === 'manual' && setting.hasPassword;
}

import { readProxyAddress } from '../../../../shared/proxy-address.ts';
import type { ProxyOrder, ProxySetting } from '../../../../shared/proxy-setting.ts';

/** What stands in the form. What is stored of a password never comes to the window. */
export interface ProxyDraft {
  readonly kind: ProxySetting['kind'];
  readonly address: string;
  readonly user: string;
  /** Empty: nothing was typed. */
  readonly password: string;
  /** The user wants the stored password deleted. */
  readonly isForgotten: boolean;
}

/** The form as it shows what is set. */
export function draftOf(setting: ProxySetting): ProxyDraft {
  const isManual = setting.kind === 'manual';
  return {
    kind: setting.kind,
    address: isManual ? setting.address : '',
    user: isManual ? (setting.user ?? '') : '',
    password: '',
    isForgotten: false,
  };
}

export function hasStoredPassword(setting: ProxySetting): boolean {
  return setting.kind === 'manual' && setting.hasPassword;
}

/** What the form asks for. A password that is kept for another proxy is refused by the main process. */
export function orderOf(draft: ProxyDraft, setting: ProxySetting): ProxyOrder {
  const { kind, address, password } = draft;
  if (kind !== 'manual') return { kind };
  const user = draft.user.trim();
  return {
    kind,
    address,
    user: user === '' ? null : user,
    password:
      password !== ''
        ? { kind: 'given', password }
        : { kind: hasStoredPassword(setting) && !draft.isForgotten ? 'kept' : 'none' },
  };
}

/** Whether saving would change nothing. */
export function isUnchanged(draft: ProxyDraft, setting: ProxySetting): boolean {
  if (draft.kind !== setting.kind || setting.kind !== 'manual') return draft.kind === setting.kind;
  const set = draftOf(setting);
  return (
    draft.address.trim() === set.address &&
    draft.user.trim() === set.user &&
    draft.password === '' &&
    !draft.isForgotten
  );
}

/** What is set once an order was taken; null where that cannot be told from here. */
export function settingOf(order: ProxyOrder): ProxySetting | null {
  if (order.kind !== 'manual') return order;
  const reading = readProxyAddress(order.address);
  const { kind, user, password } = order;
  return reading.kind === 'ok'
    ? { kind, address: reading.address, user, hasPassword: password.kind !== 'none' }
    : null;
}

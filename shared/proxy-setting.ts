import { z } from 'zod';
import { LONGEST_PROXY_ADDRESS, PROXY_ADDRESS_FAULTS, readProxyAddress } from './proxy-address.ts';
import { faultOfProxyUser, PROXY_PASSWORD_FAULTS, PROXY_USER_FAULTS } from './proxy-login.ts';

/**
 * How Spotify is reached. `system`: as the environment says (`HTTPS_PROXY`, `NO_PROXY`), else as the
 * system is set; `none`: without a proxy; `manual`: over this one. The password stands in the
 * keychain, never here.
 */
export const proxySettingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('manual'),
    /** `http://host:port` or `https://host:port`. */
    address: z
      .string()
      .max(LONGEST_PROXY_ADDRESS)
      .refine((text) => readProxyAddress(text).kind === 'ok'),
    /** Null for a proxy that asks for no name. */
    user: z
      .string()
      .refine((text) => faultOfProxyUser(text) === null)
      .nullable(),
    /** Whether a password for this address and user is in the keychain. */
    hasPassword: z.boolean(),
  }),
]);
export type ProxySetting = z.infer<typeof proxySettingSchema>;

export const DEFAULT_PROXY_SETTING: ProxySetting = { kind: 'system' };

/** What the window asks for; each field is checked in the main process, with a reason. */
export const proxyOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('manual'),
    address: z.string().max(10_000),
    /** Null, or nothing but spaces, for a proxy that asks for no name. */
    user: z.string().max(10_000).nullable(),
    /** `kept`: the one in the keychain, for the same address and user as before. */
    password: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('kept') }),
      z.object({ kind: z.literal('given'), password: z.string().max(10_000) }),
    ]),
  }),
]);
export type ProxyOrder = z.infer<typeof proxyOrderSchema>;

/** One field that cannot be taken, and why. */
export const proxyProblemSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('address'), fault: z.enum(PROXY_ADDRESS_FAULTS) }),
  z.object({ field: z.literal('user'), fault: z.enum(PROXY_USER_FAULTS) }),
  z.object({ field: z.literal('password'), fault: z.enum(PROXY_PASSWORD_FAULTS) }),
]);
export type ProxyProblem = z.infer<typeof proxyProblemSchema>;

export const proxyAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  /** Nothing was changed. */
  z.object({ kind: z.literal('invalid'), problems: z.array(proxyProblemSchema).min(1) }),
  /** The keychain did not take the password; nothing was changed. */
  z.object({ kind: z.literal('keychain-failed') }),
  /** It holds, but the former password could not be deleted from the keychain. */
  z.object({ kind: z.literal('left-behind') }),
  z.object({ kind: z.literal('not-written') }),
]);
export type ProxyAnswer = z.infer<typeof proxyAnswerSchema>;

import { z } from 'zod';

/**
 * What this copy of Cratewatch can do about a newer version.
 *
 * - `installs`: downloads it and puts it in its own place.
 * - `package-manager`: the system put it there and replaces it; only told.
 * - `by-hand`: unpacked somewhere by the user, who replaces it the same way; only told.
 * - `not-released`: it does not know where newer versions would be.
 */
export const updateWaySchema = z.enum(['installs', 'package-manager', 'by-hand', 'not-released']);
export type UpdateWay = z.infer<typeof updateWaySchema>;

/** `1.2.0`, or with a pre-release part; foreign, so its letters and its length are limited. */
export const updateVersionSchema = z
  .string()
  .max(40)
  .regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}(-[0-9A-Za-z.-]+)?$/);

/** A newer version. What its makers say about it is not among it: it would be foreign text. */
export const updateOfferSchema = z.object({
  version: updateVersionSchema,
  /** Of its package for this machine. */
  sizeBytes: z.number().int().positive(),
});
export type UpdateOffer = z.infer<typeof updateOfferSchema>;

export const UPDATE_FAULTS = [
  /** There is no network. */
  'offline',
  /** No answer, or one that broke off. */
  'unreachable',
  'proxy',
  /** The server's certificate is not trusted. */
  'untrusted',
  /** The server has nothing of this kind. */
  'not-there',
  'server-trouble',
  /** It answered what Cratewatch cannot read, or does not take. */
  'unreadable',
  /** It has a newer version, but none for this kind of copy. */
  'no-package',
  /** It has a newer version, but this system is too old for it. */
  'system-too-old',
  /** It led to an address that is none of its own. */
  'led-astray',
  /** What arrived is not what was announced. */
  'damaged',
  /** Not signed by those who signed this copy. */
  'not-signed',
  'no-room',
  'not-writable',
] as const;
export const updateFaultSchema = z.enum(UPDATE_FAULTS);
export type UpdateFault = z.infer<typeof updateFaultSchema>;

/** What the user should know went wrong, and at what. */
export const updateTroubleSchema = z.object({
  step: z.enum(['look', 'download', 'install']),
  fault: updateFaultSchema,
});
export type UpdateTrouble = z.infer<typeof updateTroubleSchema>;

export const updatePhaseSchema = z.discriminatedUnion('kind', [
  /** The user has not said yes: nobody is asked anything. */
  z.object({ kind: z.literal('off') }),
  /** `lookedAtMs`: when this was found to be the newest version; null before the first look. */
  z.object({ kind: z.literal('resting'), lookedAtMs: z.number().nullable() }),
  z.object({ kind: z.literal('looking') }),
  z.object({ kind: z.literal('not-looked'), atMs: z.number(), trouble: updateTroubleSchema }),
  z.object({
    kind: z.literal('offered'),
    offer: updateOfferSchema,
    lookedAtMs: z.number(),
    trouble: updateTroubleSchema.nullable(),
  }),
  z.object({
    kind: z.literal('downloading'),
    offer: updateOfferSchema,
    receivedBytes: z.number().int().min(0),
  }),
  /** Downloaded, and found to be what was announced. */
  z.object({
    kind: z.literal('ready'),
    offer: updateOfferSchema,
    trouble: updateTroubleSchema.nullable(),
  }),
  z.object({ kind: z.literal('installing'), offer: updateOfferSchema }),
]);
export type UpdatePhase = z.infer<typeof updatePhaseSchema>;

export const updateStateSchema = z.object({ way: updateWaySchema, phase: updatePhaseSchema });
export type UpdateState = z.infer<typeof updateStateSchema>;

/** What the last look found, as it is kept in the settings file. */
export const updateLookSchema = z.object({
  atMs: z.number(),
  /** The newer version that is known of; null where there is none. */
  offer: updateOfferSchema.nullable(),
  /** Why it came to nothing; null where it did not. */
  fault: updateFaultSchema.nullable(),
});
export type UpdateLook = z.infer<typeof updateLookSchema>;

import { z } from 'zod';

/**
 * Fields that Spotify may leave out, send as null, or one day send as something else. None of these
 * ever fails: what cannot be used reads as absent (facts §2: everything beyond id, uri, name and
 * type is optional).
 */
export const text = z.string().overwrite(storable).nullish().catch(null);
export const flag = z.boolean().nullish().catch(null);
/** A safe integer: SQLite would store a larger one, and then fail at every reading of its row. */
export const quantity = z.number().int().nonnegative().nullish().catch(null);

/**
 * JSON can carry half a surrogate pair (a name cut within an emoji), which UTF-8 cannot, and NUL, at
 * which SQLite's functions and one of its bindings end a text. Either would differ from itself once
 * it is stored, and look like a change.
 */
function storable(given: string): string {
  return given.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** A list whose unusable members are null. */
export function listOf<T extends z.ZodType>(member: T) {
  return z.array(member.nullable().catch(null)).nullish().catch(null);
}

/** An object that reads as absent when it is none. */
export function objectOf<T extends z.ZodRawShape>(shape: T) {
  return z.object(shape).nullish().catch(null);
}

/** The value, or null for an absent or empty text. */
export function nonEmpty(value: string | null | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : value;
}

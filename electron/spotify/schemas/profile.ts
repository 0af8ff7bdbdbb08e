import { z } from 'zod';
import type { Profile } from '../catalogue.ts';
import { nonEmpty, text } from './lenient.ts';

const rawProfileSchema = z.object({
  account_id: text,
  id: text,
  display_name: text,
  country: text,
});

/** `GET /me`; null when it names nobody. */
export function parseProfile(body: unknown): Profile | null {
  const parsed = rawProfileSchema.safeParse(body);
  if (!parsed.success) {
    return null;
  }
  const raw = parsed.data;
  const accountKey = nonEmpty(raw.account_id) ?? nonEmpty(raw.id);
  if (accountKey === null) {
    return null;
  }
  const userId = nonEmpty(raw.id) ?? accountKey;
  return {
    accountKey,
    userId,
    displayName: nonEmpty(raw.display_name?.trim()) ?? userId,
    // It goes into `market`, where anything but a country would be answered with 400.
    country: /^[A-Z]{2}$/.test(raw.country ?? '') ? (raw.country ?? null) : null,
  };
}

import { z } from 'zod';

const bodySchema = z.array(z.boolean());

/** One answer for each thing asked; null when there are more or fewer: none could be told apart. */
export function parseBooleans(body: unknown, count: number): readonly boolean[] | null {
  const parsed = bodySchema.safeParse(body);
  return parsed.success && parsed.data.length === count ? parsed.data : null;
}

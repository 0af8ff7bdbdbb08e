import type { z } from 'zod';
import { listOf, objectOf, quantity, text } from './lenient.ts';

/** Rows are drawn at up to 64 px, on dense screens with twice as many. */
const ENOUGH_PX = 128;

export const imagesSchema = listOf(objectOf({ url: text, width: quantity }));

type Images = z.infer<typeof imagesSchema>;

/** The smallest picture that is large enough for a row, else the first; null when there is none. */
export function pickImage(images: Images): string | null {
  const usable = (images ?? []).flatMap((image) =>
    typeof image?.url === 'string' && /^https?:\/\//.test(image.url)
      ? [{ url: image.url, width: image.width ?? null }]
      : [],
  );
  let best: { url: string; width: number } | null = null;
  for (const { url, width } of usable) {
    if (width !== null && width >= ENOUGH_PX && (best === null || width < best.width)) {
      best = { url, width };
    }
  }
  return best?.url ?? usable[0]?.url ?? null;
}

import { z } from 'zod';
import type { CatalogueItem, CursorPage } from '../catalogue.ts';
import { parseCatalogueItem } from './catalogue-item.ts';
import { nonEmpty, objectOf, quantity, text } from './lenient.ts';

const bodySchema = z.object({
  artists: z.object({
    items: z.array(z.unknown()),
    total: quantity,
    next: text,
    cursors: objectOf({ after: text }),
  }),
});

/**
 * `GET /me/following`. Null for a body without rows, and for a page that names the cursor it was
 * asked with as the next: following it would read the same page for ever.
 *
 * @param cursor what the page was asked with; null for the first
 */
export function parseFollowedArtists(
  body: unknown,
  cursor: string | null,
): CursorPage<CatalogueItem> | null {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    return null;
  }
  const { cursors, items, next, total } = parsed.data.artists;
  const nextCursor = nonEmpty(cursors?.after) ?? cursorIn(next);
  if (nextCursor !== null && nextCursor === cursor) {
    return null;
  }
  const entries = items.flatMap((item) => parseCatalogueItem(item) ?? []);
  return { entries, total: total ?? null, nextCursor, dropped: items.length - entries.length };
}

function cursorIn(address: string | null | undefined): string | null {
  const query = address?.split('?', 2)[1];
  return query === undefined ? null : nonEmpty(new URLSearchParams(query).get('after'));
}

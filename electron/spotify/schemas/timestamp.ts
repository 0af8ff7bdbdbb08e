const ISO_DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Reads `added_at`. Null for a date that is missing or none, and for 1970: Spotify writes the epoch
 * where it does not know.
 */
export function parseTimestamp(text: string | null | undefined): number | null {
  if (typeof text !== 'string' || !ISO_DATE_TIME.test(text)) {
    return null;
  }
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) || atMs <= 0 ? null : atMs;
}

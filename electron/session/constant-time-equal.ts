import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two strings in a time that depends on neither's content nor on where they differ. */
export function constantTimeEqual(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value, 'utf8').digest();
}

import { createHash } from 'node:crypto';

/**
 * A snapshot id in the shape of recorded ones: base64 of a 4-byte revision and 20 bytes that differ
 * with it.
 */
export function snapshotIdOf(playlistId: string, revision: number): string {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt32BE(revision, 0);
  createHash('sha1').update(`${playlistId}:${revision}`).digest().copy(bytes, 4);
  return bytes.toString('base64');
}

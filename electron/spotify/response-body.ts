import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

/** A page of 100 items with every field there ever was is about 1 MB. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

export type BodyFailure = 'cut' | 'too-large' | 'encoding';

type BodyResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: BodyFailure };

const inflate = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
} as const;

/** Collects a body of at most `maxBytes`. Leaving the loop early closes the connection. */
export async function readBounded(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<BodyResult<Buffer>> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of body) {
      bytes += piece.byteLength;
      if (bytes > maxBytes) {
        return { kind: 'failed', failure: 'too-large' };
      }
      pieces.push(piece);
    }
  } catch {
    // Reset, time limit or abort after the status line: what came so far is half a body.
    return { kind: 'failed', failure: 'cut' };
  }
  return { kind: 'ok', value: Buffer.concat(pieces, bytes) };
}

/** Undoes `Content-Encoding` (RFC 9110 §8.4) off the main thread and reads the text as UTF-8. */
export async function decodeBody(
  raw: Buffer,
  contentEncoding: string | undefined,
): Promise<BodyResult<string>> {
  const encoding = (contentEncoding ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '' || raw.byteLength === 0) {
    return { kind: 'ok', value: raw.toString('utf8') };
  }
  if (encoding !== 'gzip' && encoding !== 'x-gzip' && encoding !== 'br') {
    return { kind: 'failed', failure: 'encoding' };
  }
  try {
    const plain = await inflate[encoding](raw, { maxOutputLength: MAX_BODY_BYTES });
    return { kind: 'ok', value: plain.toString('utf8') };
  } catch (error) {
    const tooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { kind: 'failed', failure: tooLarge ? 'too-large' : 'cut' };
  }
}

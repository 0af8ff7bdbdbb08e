import { crc32, deflate } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUE_COLOUR = 2;
/** Each byte less the one of the pixel to its left: even areas become zeros (PNG §9.2). */
const FILTER_SUB = 1;

/**
 * A PNG of `size` × `size` pixels (PNG, third edition, §5 and §11). `colourAt` gives 0xRRGGBB.
 * Compression runs off the main thread.
 */
export async function encodePng(
  size: number,
  colourAt: (x: number, y: number) => number,
): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 8;
  header[9] = TRUE_COLOUR;
  const data = await deflateFast(scanlines(size, colourAt));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function scanlines(size: number, colourAt: (x: number, y: number) => number): Buffer {
  const bytes = Buffer.alloc(size * (1 + size * 3));
  let at = 0;
  for (let y = 0; y < size; y += 1) {
    bytes[at] = FILTER_SUB;
    at += 1;
    let left = 0;
    for (let x = 0; x < size; x += 1) {
      const colour = colourAt(x, y);
      bytes[at] = (colour >> 16) - (left >> 16);
      bytes[at + 1] = (colour >> 8) - (left >> 8);
      bytes[at + 2] = colour - left;
      at += 3;
      left = colour;
    }
  }
  return bytes;
}

function deflateFast(bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    deflate(bytes, { level: 4 }, (error, data) => (error === null ? resolve(data) : reject(error)));
  });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawCover } from '../../../../../electron/sample-service/artwork/draw-cover.ts';
import { encodePng } from '../../../../../electron/sample-service/artwork/png.ts';

/** Undoes the one filter that is used. Returns the colours row by row. */
function pixelsOf(png: Buffer, size: number): number[] {
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const colours: number[] = [];
  for (let y = 0; y < size; y += 1) {
    let left: readonly [number, number, number] = [0, 0, 0];
    for (let x = 0; x < size; x += 1) {
      const at = y * (1 + size * 3) + 1 + x * 3;
      const byte = (part: 0 | 1 | 2) => ((rows[at + part] ?? 0) + left[part]) & 255;
      left = [byte(0), byte(1), byte(2)];
      colours.push((left[0] << 16) | (left[1] << 8) | left[2]);
    }
  }
  return colours;
}

describe('covers', () => {
  it('carry the pixels that were drawn', async () => {
    const drawn = [0x000000, 0xffffff, 0x102030, 0xfedcba];
    const png = await encodePng(2, (x, y) => drawn[y * 2 + x] ?? 0);
    expect(pixelsOf(png, 2)).toEqual(drawn);
  });

  it('are the same for the same seed, differ between seeds, and are not plain', async () => {
    const covers = await Promise.all(['a', 'b', 'c', 'd'].map((seed) => drawCover(seed, 32)));
    expect(await drawCover('a', 32)).toEqual(covers[0]);
    expect(new Set(covers.map((png) => png.toString('base64'))).size).toBe(4);
    for (const png of covers) {
      expect(new Set(pixelsOf(png, 32)).size).toBeGreaterThan(8);
    }
  });
});

import { hash32, hashText, intBelow, pick, seededRandom } from '../catalogue/seeded-random.ts';
import { PALETTES, type Palette } from './palettes.ts';
import { PATTERNS } from './patterns.ts';
import { encodePng } from './png.ts';

const GRAIN = 5;
const TILE = 64;
/** Grain for the whole picture, laid like tiles: a hash for every pixel took longer than the rest. */
const GRAIN_TILE = Array.from({ length: TILE * TILE }, (_, index) => {
  const dice = hash32(0x6a1, (index % TILE) >> 1, Math.floor(index / TILE) >> 1);
  return Math.round(((dice & 3) - 1.5) * (GRAIN / 1.5));
});

/** A cover as a PNG: the same seed gives the same picture in every size (1 … 640 pixels). */
export function drawCover(seed: string, size: number): Promise<Buffer> {
  const number = hashText(seed);
  const random = seededRandom(hash32(number, 0xc0));
  const shader = pick(PATTERNS, random)(
    turned(pick(PALETTES, random), intBelow(4, random)),
    random,
  );
  return encodePng(size, (x, y) => {
    const colour = shader((x + 0.5) / size, (y + 0.5) / size, 1 / size);
    return grained(colour, GRAIN_TILE[(y % TILE) * TILE + (x % TILE)] ?? 0);
  });
}

/** Lets another voice lead; the light stays where it is. */
function turned(palette: Palette, by: number): Palette {
  const [a, b, c, d, light] = palette;
  const voices = [a, b, c, d];
  const at = (index: number): number => voices[(index + by) % 4] ?? a;
  return [at(0), at(1), at(2), at(3), light];
}

/** A little roughness, as of printed card. */
function grained(colour: number, more: number): number {
  const r = clampByte((colour >> 16) + more);
  const g = clampByte(((colour >> 8) & 255) + more);
  const b = clampByte((colour & 255) + more);
  return (r << 16) | (g << 8) | b;
}

function clampByte(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

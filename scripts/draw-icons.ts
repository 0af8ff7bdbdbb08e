import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { TRAY_ICON_STATES, trayIconName } from '../electron/desktop/tray-icon.ts';
import { trayIconSvg } from './icons/tray-drawing.ts';
import { projectRoot } from './project-root.ts';

// Draws every icon file in assets/: the tray's from `icons/tray-drawing.ts`, the program's from its
// SVG source. Run by hand after one of them changed:
//   node scripts/draw-icons.ts

/** Each size from the grid that fits whole pixels; 24 is the 22 grid with a pixel of air around. */
const TRAY_SIZES = [
  { pixels: 16, grid: 16, margin: 0 },
  { pixels: 22, grid: 22, margin: 0 },
  { pixels: 24, grid: 22, margin: 1 },
  { pixels: 32, grid: 16, margin: 0 },
  { pixels: 44, grid: 22, margin: 0 },
  { pixels: 48, grid: 16, margin: 0 },
] as const;
const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const LARGEST_SMALL_APP_ICON = 32;
/** Types of PNG entries in an `.icns` file, by size in pixels. */
const ICNS_TYPES: Readonly<Record<number, string>> = {
  32: 'ic11',
  64: 'ic12',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
  1024: 'ic10',
};
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];

const assets = join(projectRoot, 'assets');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
try {
  await drawTrayIcons(browser);
  await drawAppIcons(browser);
} finally {
  await browser.close();
}

async function drawTrayIcons(browser: Browser): Promise<void> {
  const folder = join(assets, 'tray');
  for (const state of TRAY_ICON_STATES) {
    for (const hasDot of [false, true]) {
      const name = trayIconName({ state, hasDot });
      for (const { pixels, grid, margin } of TRAY_SIZES) {
        const side = grid + 2 * margin;
        const svg = trayIconSvg({ state, hasDot, grid, look: 'coloured' }).replace(
          `viewBox="0 0 ${grid} ${grid}"`,
          `viewBox="${-margin} ${-margin} ${side} ${side}"`,
        );
        await writeFile(join(folder, `${name}-${pixels}.png`), await draw(browser, svg, pixels));
      }
      const shape = trayIconSvg({ state, hasDot, grid: 16, look: 'shape' });
      await writeFile(join(folder, `${name}Template.png`), await draw(browser, shape, 16));
      await writeFile(join(folder, `${name}Template@2x.png`), await draw(browser, shape, 32));
    }
  }
}

async function drawAppIcons(browser: Browser): Promise<void> {
  const folder = join(assets, 'app');
  await mkdir(join(folder, 'icons'), { recursive: true });
  const large = await readFile(join(folder, 'source', 'icon.svg'), 'utf8');
  const small = await readFile(join(folder, 'source', 'icon-small.svg'), 'utf8');
  const drawn = new Map<number, Buffer>();
  for (const pixels of APP_SIZES) {
    const png = await draw(browser, pixels <= LARGEST_SMALL_APP_ICON ? small : large, pixels);
    drawn.set(pixels, png);
    await writeFile(join(folder, 'icons', `${pixels}x${pixels}.png`), png);
  }
  await writeFile(join(folder, 'icon.icns'), icns(drawn));
  await writeFile(join(folder, 'icon.ico'), ico(drawn));
}

async function draw(browser: Browser, svg: string, pixels: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
  try {
    const sized = svg.replace('<svg ', `<svg width="${pixels}" height="${pixels}" `);
    await page.setContent(`<style>*{margin:0}svg{display:block}</style>${sized}`);
    return await page.screenshot({ omitBackground: true });
  } finally {
    await page.close();
  }
}

/** Apple's icon container: each entry is a type, its length and a PNG. */
function icns(drawn: ReadonlyMap<number, Buffer>): Buffer {
  const entries = Object.entries(ICNS_TYPES).map(([pixels, type]) => {
    const png = drawn.get(Number(pixels)) ?? Buffer.alloc(0);
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(png.length + head.length, 4);
    return Buffer.concat([head, png]);
  });
  const body = Buffer.concat(entries);
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(body.length + head.length, 4);
  return Buffer.concat([head, body]);
}

/** Windows's icon container: a directory of PNGs, in which a side of 256 is written as 0. */
function ico(drawn: ReadonlyMap<number, Buffer>): Buffer {
  const images = ICO_SIZES.map((pixels) => ({ pixels, png: drawn.get(pixels) ?? Buffer.alloc(0) }));
  const head = Buffer.alloc(6);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length + 16 * images.length;
  const directory = images.map(({ pixels, png }) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt8(pixels % 256, 0);
    entry.writeUInt8(pixels % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([head, ...directory, ...images.map(({ png }) => png)]);
}

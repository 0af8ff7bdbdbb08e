import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  TRAY_ICON_STATES,
  type TrayIcon,
  trayIconName,
} from '../../../../electron/desktop/tray-icon.ts';
import { type Pixels, readPng } from '../../../harness/read-png.ts';

const FOLDER = join(import.meta.dirname, '../../../../assets/tray');
const ICONS = TRAY_ICON_STATES.flatMap((state) =>
  [false, true].map((hasDot): TrayIcon => ({ state, hasDot })),
);
const SIZES = [16, 22, 24, 32, 44, 48];
/** Light, dark and in between; the task bar's accent colour may be any. */
const PANELS = [
  ...Array.from({ length: 16 }, (_, step) => [step * 17, step * 17, step * 17] as const),
  [0, 120, 212],
  [139, 30, 63],
  [46, 125, 50],
  [255, 182, 56],
] as const;
/** What WCAG asks of pictures (1.4.11). */
const LEAST_CONTRAST = 3;

/** The edge alone, which runs around everything, is about a fifth of the picture. */
const EDGE_SHARE = 0.15;

type Colour = readonly [red: number, green: number, blue: number];

function pixelsOf(icon: TrayIcon, size: number): Pixels {
  return readPng(readFileSync(join(FOLDER, `${trayIconName(icon)}-${size}.png`)));
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** How many of the opaque pixels stand out from a panel of this colour. */
function shareSeen({ rgba }: Pixels, panel: Colour): number {
  let opaque = 0;
  let seen = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4);
    if (alpha < 200) continue;
    opaque += 1;
    seen += contrast([red, green, blue], panel) >= LEAST_CONTRAST ? 1 : 0;
  }
  return seen / opaque;
}

it.each(PANELS)('every icon stands out from a panel of the colour %i, %i, %i', (...panel) => {
  for (const icon of ICONS) {
    for (const size of SIZES) {
      const share = shareSeen(pixelsOf(icon, size), panel);
      expect(share, `${trayIconName(icon)}-${size}`).toBeGreaterThan(EDGE_SHARE);
    }
  }
});

it('looks different in each state and with the dot, by shape alone on macOS', () => {
  const shapes = ICONS.map((icon) => {
    const file = join(FOLDER, `${trayIconName(icon)}Template.png`);
    const { rgba } = readPng(readFileSync(file));
    expect(rgba.every((value, at) => at % 4 === 3 || value === 0)).toBe(true);
    return rgba.filter((_, at) => at % 4 === 3);
  });
  for (const [at, shape] of shapes.entries()) {
    for (const other of shapes.slice(at + 1)) {
      const differing = shape.filter((alpha, pixel) => Math.abs(alpha - (other[pixel] ?? 0)) > 128);
      expect(differing.length).toBeGreaterThan(3);
    }
  }
});

it.each(SIZES)('is as large as its name says, and fills that: %i', (size) => {
  for (const icon of ICONS) {
    const { width, height, rgba } = pixelsOf(icon, size);
    expect([width, height]).toEqual([size, size]);
    const opaque = rgba.filter((value, at) => at % 4 === 3 && value > 200).length;
    expect(opaque / (size * size)).toBeGreaterThan(0.5);
  }
});

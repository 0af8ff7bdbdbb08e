import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import type { Look } from './looks.ts';
import { openShot } from './open-shot.ts';
import { onComplaint } from './page-complaints.ts';
import type { Shot } from './shots/shot.ts';

export interface PictureOrder {
  /** Where the window is served over the double; ends with a slash. */
  readonly url: string;
  readonly folder: string;
  readonly shots: readonly Shot[];
  readonly looks: readonly Look[];
}

/** A picture whose page had something to complain of, and what. */
export interface Complaint {
  readonly picture: string;
  readonly text: string;
}

/** Draws every page in every look, and tells of what went wrong on the way. */
export async function takePictures(order: PictureOrder): Promise<readonly Complaint[]> {
  await mkdir(order.folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--force-device-scale-factor=1', '--lang=en-GB'],
    // Fields of days follow the browser's own language, the rest of the window its format.
    env: { ...process.env, LANGUAGE: 'en_GB' },
  });
  try {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    const complaints: Complaint[] = [];
    let name = '';
    let expected: RegExp | null = null;
    const complain = (text: string) => {
      if (expected?.test(text) !== true) complaints.push({ picture: name, text });
    };
    onComplaint(page, complain);
    // A page is laid out once for a size, and drawn in all looks of that size.
    for (const looks of ofOneSize(order.looks)) {
      for (const shot of order.shots) {
        name = `${shot.name}-${looks[0]?.name}`;
        expected = shot.complaint ?? null;
        try {
          await openShot(page, `${order.url}index.html`, shot, looks[0]?.shown.viewport);
        } catch (error) {
          complain(String(error));
        }
        for (const look of looks) {
          name = `${shot.name}-${look.name}`;
          await takePicture(page, look, join(order.folder, `${name}.png`));
        }
      }
    }
    return complaints;
  } finally {
    await browser.close();
  }
}

async function takePicture(page: Page, look: Look, path: string): Promise<void> {
  const { colorScheme, contrast = 'no-preference', forcedColors = 'none' } = look.shown;
  await page.emulateMedia({ colorScheme, contrast, forcedColors });
  // Pictures that draw themselves follow the look with the next frame.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  );
  await page.screenshot({ path });
}

function ofOneSize(looks: readonly Look[]): readonly (readonly Look[])[] {
  const sizes = new Map<Look['shown']['viewport'], Look[]>();
  for (const look of looks) {
    const others = sizes.get(look.shown.viewport);
    if (others === undefined) sizes.set(look.shown.viewport, [look]);
    else others.push(look);
  }
  return [...sizes.values()];
}

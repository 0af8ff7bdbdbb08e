import type { Browser, Page, ViewportSize } from '@playwright/test';
import { inject } from 'vitest';
import { axeFindings, contrastFindings } from '../../../e2e/harness/axe-findings.ts';
import { startChromium } from '../../../e2e/harness/chromium.ts';
import { openShot } from '../../../visual/open-shot.ts';
import { onComplaint } from '../../../visual/page-complaints.ts';
import type { Shot } from '../../../visual/shots/shot.ts';

/** The real window in a real browser; only the main process behind it is a double. */
export class DrawnWindow {
  readonly #browser: Browser;
  readonly #address: string;
  #page: Page | null = null;
  #complaints: string[] = [];

  private constructor(browser: Browser, address: string) {
    this.#browser = browser;
    this.#address = address;
  }

  /** @param entry - of `test/visual/`; `picture.html` is a picture by itself */
  static async start(entry: 'index.html' | 'picture.html' = 'index.html'): Promise<DrawnWindow> {
    return new DrawnWindow(await startChromium(), new URL(entry, inject('windowsUrl')).href);
  }

  /**
   * Opens a page of the window in one of the states of `test/visual/states.ts`, in place of the one
   * before: pages that are left open go on being drawn, and slow each other down.
   */
  async open(page: string, state: string): Promise<Page> {
    const drawn = await this.#onlyPage();
    await drawn.emulateMedia({ colorScheme: 'light' });
    await drawn.setViewportSize({ width: 1_100, height: 720 });
    await drawn.mouse.move(0, 0);
    await drawn.goto(`${this.#address}?page=${page}&state=${state}`);
    await drawn.locator('main h1').first().waitFor();
    return drawn;
  }

  /** Opens one of the states of which pictures are taken, and does what the user did there. */
  async openShot(shot: Shot, viewport: ViewportSize): Promise<Page> {
    const drawn = await this.#onlyPage();
    this.#complaints = [];
    await openShot(drawn, this.#address, shot, viewport);
    return drawn;
  }

  /** What the page reported as an error since `openShot`. */
  complaints(): readonly string[] {
    return this.#complaints;
  }

  async #onlyPage(): Promise<Page> {
    if (this.#page !== null) return this.#page;
    const page = await this.#browser.newPage({ reducedMotion: 'reduce' });
    onComplaint(page, (text) => this.#complaints.push(text));
    this.#page = page;
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** What the window asked of the main process, in order. */
export async function commandsOf(page: Page): Promise<readonly (readonly [string, unknown])[]> {
  return await page.evaluate(() =>
    window.double.commands.map(({ name, argument }) => [name, argument] as const),
  );
}

/** What axe finds on the page in its light colours, and at fault with the dark ones. */
export async function findingsInBothSchemes(page: Page): Promise<readonly string[]> {
  const inLight = await axeFindings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await contrastFindings(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...inLight, ...inDark.map((finding) => `dark: ${finding}`)];
}

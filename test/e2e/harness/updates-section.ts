import type { Locator, Page } from '@playwright/test';
import { updateTexts } from '../../../shared/texts/update-texts.ts';

/** "New versions" on the Settings page. */
export class UpdatesSection {
  readonly root: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.getByRole('region', { name: updateTexts.title });
  }

  async open(): Promise<void> {
    await this.#page.evaluate(() => {
      window.location.hash = '#/settings/updates';
    });
    await this.root.waitFor();
  }

  get switch(): Locator {
    return this.root.getByRole('switch', { name: updateTexts.setting.name });
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name });
  }

  get headline(): Locator {
    return this.root.locator('.update-panel-headline');
  }

  get detail(): Locator {
    return this.root.locator('.update-panel-detail');
  }

  async turnOn(): Promise<void> {
    await this.switch.press('Space');
    await this.headline.waitFor();
  }

  async look(): Promise<void> {
    await this.button(/^Look (now|again)$/).click();
  }
}

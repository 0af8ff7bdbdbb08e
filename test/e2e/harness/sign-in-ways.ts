import type { Page } from '@playwright/test';
import { signInWaysTexts } from '../../../shared/texts/sign-in-ways-texts.ts';

type Way = keyof typeof signInWaysTexts.ways;

/** The other ways to sign in, as a user works them: on the Welcome page or in the settings. */
export class SignInWaysForm {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async choose(way: Way): Promise<void> {
    await this.page.getByText(signInWaysTexts.disclosure).click();
    await this.page.getByRole('radio', { name: signInWaysTexts.ways[way].label }).check();
  }

  get secret() {
    return this.page.getByLabel(signInWaysTexts.secret.label, { exact: true });
  }

  get token() {
    // The way is called the same, and is a radio button.
    return this.page.getByRole('textbox', { name: signInWaysTexts.token.label });
  }

  get address() {
    return this.page.getByLabel(signInWaysTexts.pasting.label, { exact: true });
  }

  async submit(way: Way): Promise<void> {
    await this.page.getByRole('button', { name: signInWaysTexts.ways[way].button }).click();
  }

  async giveAddress(address: string): Promise<void> {
    await this.address.fill(address);
    await this.page.getByRole('button', { name: signInWaysTexts.pasting.submit }).click();
  }
}

import type { Page } from '@playwright/test';
import { welcomeTexts } from '../../../shared/texts/welcome-texts.ts';

/** The Welcome page as a user works it. */
export class WelcomePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get clientId() {
    return this.page.getByLabel(welcomeTexts.steps.clientId.label, { exact: true });
  }

  get signInButton() {
    return this.page.getByRole('button', { name: welcomeTexts.steps.signIn.button });
  }

  async signIn(clientId: string): Promise<void> {
    await this.clientId.fill(clientId);
    await this.signInButton.click();
  }

  async cancel(): Promise<void> {
    await this.page.getByRole('button', { name: welcomeTexts.waiting.cancel }).click();
  }
}

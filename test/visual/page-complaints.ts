import type { Page } from 'playwright';

/** Tells of everything that a page reports as an error. A cover that is missing is none. */
export function onComplaint(page: Page, tell: (text: string) => void): void {
  page.on('pageerror', (error) => tell(error.message));
  page.on('console', (message) => {
    const isMissingCover = message.location().url.includes('/artwork');
    if (message.type() === 'error' && !isMissingCover) tell(message.text());
  });
}

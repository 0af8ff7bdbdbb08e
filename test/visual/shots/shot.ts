import type { Page } from 'playwright';

/** A picture of the window in some state. */
export interface Shot {
  readonly name: string;
  /** Page and state as the harness takes them, such as `page=overview&state=watching`. */
  readonly query: string;
  /** What the page reports as an error, and is to report; otherwise it reports none. */
  readonly complaint?: RegExp;
  /** What the user did before the picture. */
  readonly act?: (page: Page) => Promise<void>;
}

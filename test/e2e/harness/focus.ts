import { expect, type Locator, type Page } from '@playwright/test';

/**
 * What has the focus, as a screen reader names it: `button "Check now"`. The page as a whole is
 * `nothing`.
 */
export async function focused(page: Page): Promise<string> {
  const focus = page.locator(':focus');
  if ((await focus.count()) === 0) return 'nothing';
  const [firstLine = ''] = (await focus.ariaSnapshot()).split('\n');
  // What stands inside follows after a colon and is not its name.
  return /^- ('?)(\w+(?: "(?:[^"\\]|\\.)*")?)/.exec(firstLine)?.[2] ?? firstLine;
}

/**
 * Fails unless the focused element is in sight and has the ring that the style sheet gives it, once
 * what moves has come to rest.
 */
export async function expectVisibleFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(hiddenFocus)).toBeNull();
}

/** Runs in the page: what of the focused element cannot be seen; null where all is well. */
function hiddenFocus(): string | null {
  const element = document.activeElement ?? document.body;
  const swatch = document.createElement('i');
  swatch.style.color = 'var(--focus)';
  document.body.append(swatch);
  const focusColour = getComputedStyle(swatch).color;
  swatch.remove();
  const isRinged = ({ boxShadow, outlineColor, outlineStyle, outlineWidth }: CSSStyleDeclaration) =>
    boxShadow.includes(focusColour) ||
    (outlineStyle !== 'none' && outlineWidth !== '0px' && outlineColor === focusColour);
  // What is drawn for an element that is not seen itself: its knob, or the picture that it walks.
  const drawn = [
    getComputedStyle(element),
    getComputedStyle(element, '::after'),
    getComputedStyle(element.parentElement ?? element),
  ];
  const { width, top, left, bottom, right } = element.getBoundingClientRect();
  const isInSight =
    width > 1 && top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
  if (isInSight && drawn.some(isRinged)) return null;
  return `${isInSight ? 'No ring' : 'Out of sight'}: ${element.outerHTML.slice(0, 160)}`;
}

/** Presses a key again and again; gives what has the focus each time, which must be plain to see. */
export async function walk(page: Page, key: string, steps: number): Promise<readonly string[]> {
  const way: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press(key);
    await expectVisibleFocus(page);
    way.push(await focused(page));
  }
  return way;
}

/** More stops of the Tab key than any page has. */
const MOST_STOPS = 40;

/** Presses Tab until that has the focus. All that is passed must be plain to see. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await walk(page, 'Tab', 1);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The Tab key does not lead there; it stands at ${await focused(page)}.`);
}

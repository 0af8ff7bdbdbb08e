import type { BrowserContextOptions } from 'playwright';

type Shown = Required<Pick<BrowserContextOptions, 'colorScheme' | 'viewport'>> &
  Pick<BrowserContextOptions, 'contrast' | 'forcedColors'>;

/** How the window may be looked at: theme, size, contrast. */
export interface Look {
  readonly name: string;
  readonly shown: Shown;
  /** Left out unless it is asked for. */
  readonly isExtra?: true;
}

const USUAL = { width: 1100, height: 720 };
const SMALLEST = { width: 720, height: 480 };
/** The usual size as it is laid out at a zoom of 200 %. */
const ZOOMED = { width: 550, height: 360 };
const FULL_SCREEN = { width: 2560, height: 1440 };

export const LOOKS: readonly Look[] = [
  { name: 'light', shown: { colorScheme: 'light', viewport: USUAL } },
  { name: 'dark', shown: { colorScheme: 'dark', viewport: USUAL } },
  { name: 'light-small', shown: { colorScheme: 'light', viewport: SMALLEST } },
  { name: 'dark-small', shown: { colorScheme: 'dark', viewport: SMALLEST } },
  { name: 'light-zoomed', shown: { colorScheme: 'light', viewport: ZOOMED }, isExtra: true },
  { name: 'dark-full', shown: { colorScheme: 'dark', viewport: FULL_SCREEN }, isExtra: true },
  {
    name: 'contrast-light',
    shown: { colorScheme: 'light', viewport: USUAL, contrast: 'more' },
    isExtra: true,
  },
  {
    name: 'contrast-dark',
    shown: { colorScheme: 'dark', viewport: USUAL, contrast: 'more' },
    isExtra: true,
  },
  {
    name: 'forced-colours',
    shown: { colorScheme: 'dark', viewport: USUAL, forcedColors: 'active' },
    isExtra: true,
  },
];

import type { Appearance } from '../window-settings.ts';

interface AppearanceText {
  readonly name: string;
  /** As a word in a sentence. */
  readonly word: string;
}

const appearances: Readonly<Record<Appearance, AppearanceText>> = {
  system: { name: 'System', word: 'as your system is' },
  light: { name: 'Light', word: 'light' },
  dark: { name: 'Dark', word: 'dark' },
};

export const windowSettingsTexts = {
  title: 'This window',
  appearance: {
    name: 'Light or dark',
    purpose: '“System” follows your desktop, also where it changes in the evening.',
    kinds: appearances,
  },
  zoom: {
    name: 'Size of everything',
    purpose: (modifier: string) =>
      `Text and pictures together. ${modifier} and plus, minus or 0 do the same on every page.`,
    unit: '%',
  },
  singleKeys: {
    name: 'Shortcuts of a single key',
    purpose:
      'R, M and ? do something wherever nothing is typed. Turn this off if you dictate, or if keys are pressed by accident; all of it can be reached in other ways.',
  },
} as const;

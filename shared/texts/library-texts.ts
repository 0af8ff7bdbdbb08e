export const libraryTexts = {
  title: 'Library',
} as const;

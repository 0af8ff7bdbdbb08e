export const pictureTexts = {
  asTable: 'Show as a table',
} as const;

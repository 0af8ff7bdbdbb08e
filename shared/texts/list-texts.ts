export const listTexts = {
  title: 'List',
} as const;

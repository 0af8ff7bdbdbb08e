export const arrivedTexts = {
  /** For a list of which no more is known than that it has changed. */
  listChanged: 'This list has changed: show it',
} as const;

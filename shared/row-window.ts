import { z } from 'zod';

/** Rows that one answer holds at most; more come with the next window. */
export const MOST_ROWS = 200;

/** Part of a long answer. */
export const rowWindow = {
  offset: z.number().int().min(0),
  count: z.number().int().min(1).max(MOST_ROWS),
};

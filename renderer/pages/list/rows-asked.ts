import type { MOST_ROWS } from '../../../shared/row-window.ts';

/** As many rows as one answer may hold. The constant itself stands beside schemas, which stay out. */
export const MOST_ROWS_ASKED: typeof MOST_ROWS = 200;

import type { LoadedEntry } from '../storage/staging.ts';
import type { PassContext } from './pass-context.ts';

/** Rows loaded or thrown away in one go: a few milliseconds of work. */
const ROWS_A_PIECE = 1_000;

/** Everything that is staged of a list, in order. */
export async function loadStaged(
  context: PassContext,
  listId: number,
  rowsAPiece = ROWS_A_PIECE,
): Promise<LoadedEntry[]> {
  const { staging } = context.repositories;
  const { first } = staging.bounds(listId);
  const rows: LoadedEntry[] = [];
  for (;;) {
    const more = staging.from(listId, first + rows.length, rowsAPiece);
    rows.push(...more);
    if (more.length < rowsAPiece) {
      return rows;
    }
    await context.yieldToEventLoop();
  }
}

/** Throws away the staged rows of a list. */
export async function dropStaged(
  context: PassContext,
  listId: number,
  rowsAPiece = ROWS_A_PIECE,
): Promise<void> {
  while (context.repositories.staging.drop(listId, rowsAPiece) === rowsAPiece) {
    await context.yieldToEventLoop();
  }
}

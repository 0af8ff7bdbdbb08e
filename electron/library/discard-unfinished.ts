import type { PassContext } from './pass-context.ts';

/** Rows taken back in one go: a few milliseconds of work. */
const ROWS_A_PIECE = 250;

/**
 * Takes back what a closing had written that came to no end: changes that never came to light, and
 * rows of revisions that never counted. Usually there is nothing; after an end in the middle of a long
 * list it can be as many rows as it has.
 */
export async function discardUnfinished(
  { repositories, account, yieldToEventLoop }: PassContext,
  rowsAPiece = ROWS_A_PIECE,
): Promise<void> {
  const { entries, changes } = repositories;
  while (!changes.discardUnpublished(account.id, rowsAPiece)) {
    await yieldToEventLoop();
  }
  for (const list of entries.unpublished(account.id)) {
    while (!entries.discardUnpublished(list.id, list.revisionId, rowsAPiece)) {
      await yieldToEventLoop();
    }
  }
}

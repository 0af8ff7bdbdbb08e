import type { PassContext } from './pass-context.ts';

/**
 * Writes values so many at a time, each piece in a transaction of its own, with a turn for everybody
 * else after each. Answers how many there were.
 */
export async function writeInPieces<T>(
  { repositories, yieldToEventLoop }: Pick<PassContext, 'repositories' | 'yieldToEventLoop'>,
  values: Iterable<T>,
  rowsAPiece: number,
  write: (piece: readonly T[]) => void,
): Promise<number> {
  let written = 0;
  let piece: T[] = [];
  const flush = async (): Promise<void> => {
    repositories.database.transaction(() => write(piece));
    written += piece.length;
    piece = [];
    await yieldToEventLoop();
  };
  for (const value of values) {
    piece.push(value);
    if (piece.length === rowsAPiece) {
      await flush();
    }
  }
  if (piece.length > 0) {
    await flush();
  }
  return written;
}

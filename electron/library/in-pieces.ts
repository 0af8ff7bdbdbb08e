/**
 * A long computation that can be put down between two pieces of it. It has no say in what happens
 * meanwhile: nothing it works on may change.
 */
export type InPieces<T> = Generator<void, T>;

/** Rows looked at in one go: a few milliseconds of work. */
export const ROWS_A_PIECE = 4_000;

/** Whether a walk through rows has come to the end of a piece. */
export function isPieceDone(index: number, rowsAPiece: number): boolean {
  return index % rowsAPiece === rowsAPiece - 1;
}

/** Runs it to its end, with a turn for everybody else after each piece. */
export async function piecemeal<T>(
  work: InPieces<T>,
  yieldToEventLoop: () => Promise<void>,
): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
    await yieldToEventLoop();
  }
}

/** Runs it to its end in one go, for what is known to be short. */
export function atOnce<T>(work: InPieces<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

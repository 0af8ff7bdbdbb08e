/**
 * A failure whose message is meant for the person at the terminal: it says what happened and what
 * to do, so it is printed without a stack.
 */
export class PlainFailure extends Error {
  override readonly name = 'PlainFailure';
}

/** Runs a script's main function; a failure becomes a line on stderr and exit code 1. */
export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof PlainFailure) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}

/** The part of a standard stream that is used. */
export interface OutputStream {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * Whoever reads what Cratewatch prints may go: a terminal is closed, a pipe ends early. What cannot
 * be printed is lost then, and nothing else: an error that nobody heard would be logged, and where
 * the log goes to the same terminal, that would be the next one.
 */
export function outliveTerminal(streams: readonly OutputStream[]): void {
  for (const stream of streams) {
    stream.on('error', () => undefined);
  }
}

/** Runs tasks one after the other, in the order in which they came, whatever becomes of each. */
export class InOrder {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    // The failure of one goes to its caller and is nothing to the next.
    this.#last = result.catch(() => undefined);
    return result;
  }
}

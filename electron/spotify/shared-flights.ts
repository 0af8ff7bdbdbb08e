/** What a flight tells while it is under way. */
export interface FlightControl {
  /** Aborted when nobody waits for the flight any more. */
  readonly signal: AbortSignal;
  /** Whether who asks for the same now may have what comes of this flight. */
  setOpen(isOpen: boolean): void;
}

interface Flight<T> {
  readonly result: Promise<T>;
  readonly abort: AbortController;
  readonly standing: { passengers: number; isOpen: boolean };
}

/** Lets those who ask for the same at the same time share one way of getting it. */
export class SharedFlights<T> {
  readonly #joinable = new Map<string, Flight<T>>();
  readonly #all = new Set<Promise<T>>();

  /**
   * Joins the open flight of this key, or starts one.
   *
   * @param key null for what is never shared
   * @param stopped the result for whoever leaves early; a flight that all have left is aborted
   */
  async join(
    key: string | null,
    signal: AbortSignal,
    stopped: T,
    start: (control: FlightControl) => Promise<T>,
  ): Promise<T> {
    if (signal.aborted) {
      return stopped;
    }
    const known = key === null ? undefined : this.#joinable.get(key);
    const flight = known?.standing.isOpen === true ? known : this.#start(key, start);
    const { standing, abort, result } = flight;
    standing.passengers += 1;
    return await new Promise((resolve, reject) => {
      const leave = () => {
        standing.passengers -= 1;
        if (standing.passengers === 0) {
          standing.isOpen = false;
          abort.abort();
        }
        resolve(stopped);
      };
      signal.addEventListener('abort', leave, { once: true });
      void result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  /** Whoever asks from now on starts anew: what is under way was asked for by somebody else. */
  part(): void {
    this.#joinable.clear();
  }

  /** Resolves when no flight is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#all]);
  }

  #start(key: string | null, start: (control: FlightControl) => Promise<T>): Flight<T> {
    const abort = new AbortController();
    const standing = { passengers: 0, isOpen: true };
    const setOpen = (isOpen: boolean): void => {
      standing.isOpen = isOpen;
    };
    const result = start({ signal: abort.signal, setOpen });
    const flight: Flight<T> = { result, abort, standing };
    this.#all.add(result);
    if (key !== null) {
      this.#joinable.set(key, flight);
    }
    const end = (): void => {
      this.#all.delete(result);
      if (key !== null && this.#joinable.get(key) === flight) {
        this.#joinable.delete(key);
      }
    };
    result.then(end, end);
    return flight;
  }
}

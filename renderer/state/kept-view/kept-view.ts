import type { Clock, Timer } from '../../../shared/clock.ts';
import { isPageAddress, isPlaceOn, KEPT_PLACES } from '../../../shared/kept-places.ts';
import type { Place, WindowView } from '../../../shared/window-view.ts';

/** Long enough for a whole turn of the wheel, short enough that nothing is lost to speak of. */
const KEEP_AFTER_MS = 250;

interface KeptViewParts {
  /** What was kept when the window opened. */
  readonly view: WindowView | null;
  /** The page of the moment. */
  readonly address: () => string;
  /** Whose library is on screen; null while that is unknown or nobody's. */
  readonly owner: () => string | null;
  /** Hands it to the main process. */
  readonly keep: (owner: string, view: WindowView) => void;
  readonly clock: Clock;
}

/** Which page is shown and where its lists stand; told to the main process as it changes. */
export class KeptView {
  readonly #parts: KeptViewParts;
  /** By `placeKey`, the latest last. */
  readonly #places: Map<string, Place>;
  #telling: Timer | null = null;

  constructor(parts: KeptViewParts) {
    this.#parts = parts;
    const places = [...(parts.view?.places ?? [])].reverse();
    this.#places = new Map(places.map(({ key, place }) => [key, place]));
  }

  /** Where something stood when it was last seen; null for the top. */
  placeOf(key: string): Place | null {
    return this.#places.get(key) ?? null;
  }

  /** Remembers where something stands; null for the top. */
  note(key: string, place: Place | null): void {
    if (!isPageAddress(key.split(' ')[0] ?? '')) return;
    if (place === null && !this.#places.has(key)) return;
    this.#places.delete(key);
    if (place !== null) this.#places.set(key, place);
    for (const oldest of [...this.#places.keys()].slice(0, -KEPT_PLACES)) {
      this.#places.delete(oldest);
    }
    this.#tellSoon();
  }

  /**
   * The page was turned.
   *
   * @param isReturn "back" and "forward" come to a page where it stood; a link leads to its top
   */
  turned(isReturn: boolean): void {
    const address = this.#parts.address();
    if (!isReturn) {
      for (const key of [...this.#places.keys()]) {
        if (isPlaceOn(key, address)) this.#places.delete(key);
      }
    }
    this.#tellSoon();
  }

  /** It is another's library from now on, or nobody's. */
  forget(): void {
    this.#places.clear();
    this.#telling?.cancel();
    this.#telling = null;
  }

  /** Tells at once what was not told yet, as before the window closes. */
  flush(): void {
    if (this.#telling !== null) this.#tell();
  }

  #tellSoon(): void {
    this.#telling ??= this.#parts.clock.setTimer(KEEP_AFTER_MS, () => this.#tell());
  }

  #tell(): void {
    this.#telling?.cancel();
    this.#telling = null;
    const { address, owner, keep } = this.#parts;
    const [page, whose] = [address(), owner()];
    if (whose === null || !isPageAddress(page)) return;
    const places = [...this.#places].map(([key, place]) => ({ key, place })).reverse();
    keep(whose, { address: page, places });
  }
}

/** An image as the window gets it. */
export interface Image {
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Images in memory, up to a number of bytes; the least recently used one goes first. */
export class ImageMemory {
  readonly #limitBytes: number;
  /** In order of use, the least recent first. */
  readonly #images = new Map<string, Image>();
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  get(key: string): Image | null {
    const image = this.#images.get(key);
    if (image === undefined) {
      return null;
    }
    this.#images.delete(key);
    this.#images.set(key, image);
    return image;
  }

  keep(key: string, image: Image): void {
    this.#forget(key);
    this.#images.set(key, image);
    this.#bytes += image.bytes.byteLength;
    for (const oldest of this.#images.keys()) {
      if (this.#bytes <= this.#limitBytes) {
        return;
      }
      this.#forget(oldest);
    }
  }

  clear(): void {
    this.#images.clear();
    this.#bytes = 0;
  }

  #forget(key: string): void {
    this.#bytes -= this.#images.get(key)?.bytes.byteLength ?? 0;
    this.#images.delete(key);
  }
}

import { type Texture, texturedFill } from './textures.ts';

/** The name of a custom property that holds a colour. */
export type ColourToken = `--${string}`;

/**
 * The colours and the font of a picture, as the style sheets have them at the moment of drawing: a
 * canvas knows no custom properties, and the browser alone resolves them for scheme and contrast.
 */
export class Paint {
  readonly #probe: HTMLElement;
  readonly #known = new Map<string, string | CanvasPattern>();

  /** @param place - its styles count */
  constructor(place: HTMLElement) {
    this.#probe = document.createElement('span');
    this.#probe.className = 'picture-probe';
    place.append(this.#probe);
  }

  /** The style sheets say something else now. */
  forget(): void {
    this.#known.clear();
  }

  colour(token: ColourToken): string {
    const known = this.#known.get(token);
    if (typeof known === 'string') return known;
    this.#probe.style.color = `var(${token})`;
    const { color } = getComputedStyle(this.#probe);
    this.#known.set(token, color);
    return color;
  }

  fill(token: ColourToken, texture: Texture): string | CanvasPattern {
    const name = `${token} ${texture} ${devicePixelRatio}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const colour = this.colour(token);
    const fill = texturedFill(texture, colour, this.colour('--paper'), devicePixelRatio);
    this.#known.set(name, fill);
    return fill;
  }

  /** The font of the words on an axis. */
  font(): string {
    const { fontSize, fontFamily } = getComputedStyle(this.#probe);
    return `${fontSize} ${fontFamily}`;
  }

  remove(): void {
    this.#probe.remove();
  }
}

/** How an area is filled, so that none has to be told from another by its colour alone. */
export type Texture = 'plain' | 'level-lines' | 'diagonal-lines' | 'upright-lines' | 'dots';

interface Tile {
  /** Pixels of the page. */
  readonly size: number;
  /** Draws the paper that shows between the colour. */
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

const TILES: Readonly<Record<Exclude<Texture, 'plain'>, Tile>> = {
  'level-lines': { size: 3, draw: (context) => context.fillRect(0, 2, 3, 1) },
  'upright-lines': { size: 4, draw: (context) => context.fillRect(3, 0, 1, 4) },
  'diagonal-lines': {
    size: 6,
    draw: (context) => {
      context.lineWidth = 0.9;
      context.beginPath();
      // The line itself, and the corners of its neighbours.
      for (const offset of [-6, 0, 6]) {
        context.moveTo(offset - 1, 7);
        context.lineTo(offset + 7, -1);
      }
      context.stroke();
    },
  },
  dots: {
    size: 5,
    draw: (context) => {
      context.beginPath();
      context.arc(2.5, 2.5, 1, 0, 2 * Math.PI);
      context.fill();
    },
  },
};

/**
 * A pattern for `fillStyle`. Where none can be made, the plain colour stands for it.
 *
 * @param pixelRatio - pixels of the screen in one of the page
 */
export function texturedFill(
  texture: Texture,
  colour: string,
  paper: string,
  pixelRatio: number,
): string | CanvasPattern {
  if (texture === 'plain') return colour;
  const { size, draw } = TILES[texture];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(size * pixelRatio);
  const context = canvas.getContext('2d');
  if (context === null) return colour;
  context.scale(canvas.width / size, canvas.height / size);
  context.fillStyle = colour;
  context.fillRect(0, 0, size, size);
  context.fillStyle = paper;
  context.strokeStyle = paper;
  draw(context);
  return context.createPattern(canvas, 'repeat') ?? colour;
}

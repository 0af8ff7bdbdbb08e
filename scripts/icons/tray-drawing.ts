import type { TrayIconState } from '../../electron/desktop/tray-icon.ts';

/** The grids on which the icon is drawn: what fits neither is drawn from the one that divides it. */
export type TrayGrid = 16 | 22;

export interface TrayDrawing {
  readonly state: TrayIconState;
  /** The dot that stands for changes nobody has seen yet. */
  readonly hasDot: boolean;
  readonly grid: TrayGrid;
  /** `shape`: only what is opaque counts, as macOS colours it itself. */
  readonly look: 'coloured' | 'shape';
}

/**
 * Panels are light, dark or of any colour, and on Linux nobody can say which: so the picture brings
 * its own contrast, light surfaces in a dark edge.
 */
const COLOURS = {
  edge: '#2b1a05',
  crate: '#ffb638',
  idle: '#dedbd5',
  alarm: '#ff5a43',
  dot: '#55b4ff',
} as const;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

interface Geometry {
  readonly record: Disc;
  readonly hole: number;
  readonly spindle: number;
  readonly crate: Box;
  readonly corner: number;
  readonly marks: Readonly<Record<'watching' | 'working' | 'paused', readonly Box[]>>;
  readonly slash: { readonly from: number; readonly to: number; readonly width: number };
  readonly badge: Disc;
  readonly sign: readonly Box[];
  readonly dot: Disc;
}

/** The outermost pixel of each surface is its edge. */
const GEOMETRY: Readonly<Record<TrayGrid, Geometry>> = {
  16: {
    record: { x: 8, y: 7.5, r: 7.5 },
    hole: 2.5,
    spindle: 1.1,
    crate: { x: 0, y: 9, width: 16, height: 7 },
    corner: 1.5,
    marks: {
      watching: [{ x: 4, y: 12, width: 8, height: 1 }],
      working: [
        { x: 3, y: 12, width: 2, height: 1 },
        { x: 7, y: 12, width: 2, height: 1 },
        { x: 11, y: 12, width: 2, height: 1 },
      ],
      paused: [
        { x: 5, y: 11, width: 2, height: 3 },
        { x: 9, y: 11, width: 2, height: 3 },
      ],
    },
    slash: { from: 1.75, to: 14.25, width: 1.75 },
    badge: { x: 11.5, y: 11.5, r: 4.5 },
    sign: [
      { x: 11, y: 9, width: 1, height: 3 },
      { x: 11, y: 13, width: 1, height: 1 },
    ],
    dot: { x: 12.5, y: 3.5, r: 3.5 },
  },
  22: {
    record: { x: 11, y: 10, r: 10 },
    hole: 3.5,
    spindle: 1.5,
    crate: { x: 0, y: 12, width: 22, height: 10 },
    corner: 2,
    marks: {
      watching: [{ x: 6, y: 16, width: 10, height: 2 }],
      working: [
        { x: 4, y: 16, width: 2, height: 2 },
        { x: 10, y: 16, width: 2, height: 2 },
        { x: 16, y: 16, width: 2, height: 2 },
      ],
      paused: [
        { x: 7, y: 15, width: 3, height: 4 },
        { x: 12, y: 15, width: 3, height: 4 },
      ],
    },
    slash: { from: 2.5, to: 19.5, width: 2.5 },
    badge: { x: 16, y: 16, r: 6 },
    sign: [
      { x: 15, y: 12, width: 2, height: 4 },
      { x: 15, y: 18, width: 2, height: 2 },
    ],
    dot: { x: 17, y: 5, r: 5 },
  },
};

/** One icon as an SVG picture. */
export function trayIconSvg(drawing: TrayDrawing): string {
  const { grid, look } = drawing;
  const picture = look === 'coloured' ? coloured(drawing) : shape(drawing);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${grid} ${grid}">${picture}</svg>`;
}

function coloured({ state, hasDot, grid }: TrayDrawing): string {
  const g = GEOMETRY[grid];
  // Amber while the library is watched, grey while it is not.
  const surface = state === 'offline' || state === 'paused' ? COLOURS.idle : COLOURS.crate;
  const { edge } = COLOURS;
  return [
    disc(g.record, edge),
    disc(inside(g.record), surface),
    disc({ ...g.record, r: g.hole }, edge),
    disc({ ...g.record, r: g.spindle }, surface),
    box(g.crate, g.corner, edge),
    box(insideBox(g.crate), g.corner / 2, surface),
    ...marksOf(state, g).map((mark) => box(mark, 0, edge)),
    ...(state === 'offline' ? [slash(g, 2, edge), slash(g, 0, surface)] : []),
    ...(state === 'attention'
      ? [
          disc(g.badge, edge),
          disc(inside(g.badge), COLOURS.alarm),
          ...g.sign.map((part) => box(part, 0, edge)),
        ]
      : []),
    ...(hasDot ? [disc(g.dot, edge), disc(inside(g.dot), COLOURS.dot)] : []),
  ].join('');
}

/** The same in one colour: what is an edge above is a gap here. */
function shape({ state, hasDot, grid }: TrayDrawing): string {
  const g = GEOMETRY[grid];
  const [ink, gap] = ['#fff', '#000'];
  const parts = [
    disc(inside(g.record), ink),
    disc({ ...g.record, r: g.hole }, gap),
    disc({ ...g.record, r: g.spindle }, ink),
    box(g.crate, 0, gap),
    box({ ...g.crate, y: g.crate.y + 1, height: g.crate.height - 1 }, g.corner, ink),
    ...marksOf(state, g).map((mark) => box(mark, 0, gap)),
    ...(state === 'offline' ? [slash(g, 2, gap), slash(g, 0, ink)] : []),
    ...(state === 'attention'
      ? [disc(g.badge, gap), disc(inside(g.badge), ink), ...g.sign.map((p) => box(p, 0, gap))]
      : []),
    ...(hasDot ? [disc(g.dot, gap), disc(inside(g.dot), ink)] : []),
  ].join('');
  const all = `x="0" y="0" width="${grid}" height="${grid}"`;
  return `<mask id="shape" maskUnits="userSpaceOnUse" ${all}>${parts}</mask><rect ${all} fill="#000" mask="url(#shape)"/>`;
}

function marksOf(state: TrayIconState, g: Geometry): readonly Box[] {
  switch (state) {
    case 'watching':
    case 'working':
    case 'paused':
      return g.marks[state];
    case 'offline':
    case 'attention':
      // What lies over the crate says enough.
      return [];
  }
}

function inside(disc: Disc): Disc {
  return { ...disc, r: disc.r - 1 };
}

function insideBox({ x, y, width, height }: Box): Box {
  return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
}

function disc({ x, y, r }: Disc, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
}

function box({ x, y, width, height }: Box, corner: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${corner}" fill="${fill}"/>`;
}

function slash({ slash: { from, to, width } }: Geometry, edge: number, colour: string): string {
  return `<path d="M${from} ${from} L${to} ${to}" stroke="${colour}" stroke-width="${width + edge}" stroke-linecap="round"/>`;
}

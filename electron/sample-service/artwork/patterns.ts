import { hash32, intBelow, pick, type Random } from '../catalogue/seeded-random.ts';
import { mix, type Palette } from './palettes.ts';

/** The colour at a point of the unit square; `soft` is the width of one pixel, for smooth edges. */
export type Shader = (u: number, v: number, soft: number) => number;
export type Pattern = (palette: Palette, random: Random) => Shader;

const TAU = Math.PI * 2;

/** Faster than `Math.hypot`, which guards against overflow that cannot be here. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** 1 inside, 0 outside, and smooth over one pixel; `distance` is negative inside. */
function cover(distance: number, soft: number): number {
  const t = 0.5 - distance / soft;
  return t < 0 ? 0 : t > 1 ? 1 : t;
}

/** Remembers a function of one coordinate: a picture asks for each row and column many times. */
function alongAxis(compute: (at: number) => number): (at: number, soft: number) => number {
  const known: number[] = [];
  return (at, soft) => {
    const pixel = Math.floor(at / soft);
    const value = known[pixel] ?? compute(at);
    known[pixel] = value;
    return value;
  };
}

/** Soft clouds of colour that run into one another. */
const mesh: Pattern = (palette, random) => {
  const blobs = palette.map((colour) => {
    const [u0, v0, reach] = [random() * 1.2 - 0.1, random() * 1.2 - 0.1, 3 + random() * 5];
    return {
      colour,
      // A round cloud is the product of one along each axis.
      across: alongAxis((u) => Math.exp(-((u - u0) ** 2) * reach)),
      down: alongAxis((v) => Math.exp(-((v - v0) ** 2) * reach)),
    };
  });
  return (u, v, soft) => {
    let colour = palette[0];
    let sum = 0.02;
    for (const blob of blobs) {
      const weight = blob.across(u, soft) * blob.down(v, soft);
      sum += weight;
      colour = mix(colour, blob.colour, weight / sum);
    }
    return colour;
  };
};

/** Quarter circles in a grid, each turned its own way. */
const arcs: Pattern = (palette, random) => {
  const cells = 2 + intBelow(3, random);
  const rings = 2 + intBelow(3, random);
  const seed = intBelow(1 << 30, random);
  return (u, v, soft) => {
    const column = Math.floor(u * cells);
    const row = Math.floor(v * cells);
    const turn = hash32(seed, column, row);
    const x = u * cells - column;
    const y = v * cells - row;
    const radius = length((turn & 1) === 0 ? x : 1 - x, (turn & 2) === 0 ? y : 1 - y);
    const ground = palette[(turn >>> 4) % 5] ?? palette[0];
    let colour = ground;
    for (let ring = rings; ring > 0; ring -= 1) {
      const ink = palette[((turn >>> 4) + ring * 2) % 5] ?? palette[1];
      colour = mix(colour, ink, cover(radius - ring / rings, soft * cells));
    }
    return colour;
  };
};

/** Squares, discs, halves and triangles, as a school of design once taught. */
const blocks: Pattern = (palette, random) => {
  const cells = 3 + intBelow(3, random);
  const seed = intBelow(1 << 30, random);
  return (u, v, soft) => {
    const column = Math.floor(u * cells);
    const row = Math.floor(v * cells);
    const dice = hash32(seed, column, row);
    const x = u * cells - column - 0.5;
    const y = v * cells - row - 0.5;
    const ground = palette[dice % 5] ?? palette[0];
    const ink = palette[(dice + 1 + ((dice >>> 8) % 4)) % 5] ?? palette[1];
    return mix(ground, ink, cover(blockDistance((dice >>> 16) % 6, x, y), soft * cells));
  };
};

function blockDistance(shape: number, x: number, y: number): number {
  switch (shape) {
    case 0:
      return length(x, y) - 0.5;
    case 1:
      return Math.max(length(x, y + 0.5) - 0.5, -y - 0.5);
    case 2:
      return (x + y) * Math.SQRT1_2;
    case 3:
      return (x - y) * Math.SQRT1_2;
    case 4:
      return Math.abs(length(x, y) - 0.32) - 0.12;
    default:
      return Math.max(Math.abs(x), Math.abs(y)) - 0.25;
  }
}

/** Ranges of hills under a sun. */
const hills: Pattern = (palette, random) => {
  const [night, far, middle, near, light] = palette;
  const sun = { u: 0.2 + random() * 0.6, v: 0.2 + random() * 0.25, radius: 0.08 + random() * 0.12 };
  const layers = [far, middle, near, night].map((colour, index) => {
    const [height, waves] = [0.05 + random() * 0.06, (0.6 + random() * 1.6) * TAU];
    const phase = random() * TAU;
    const ridge = alongAxis(
      (u) =>
        0.42 +
        index * 0.15 +
        height * (Math.sin(u * waves + phase) + 0.4 * Math.sin(u * waves * 2.7 + phase * 3)),
    );
    return { colour, ridge };
  });
  return (u, v, soft) => {
    let colour = mix(near, light, v * 1.7);
    colour = mix(colour, light, cover(length(u - sun.u, v - sun.v) - sun.radius, soft));
    for (const layer of layers) {
      colour = mix(colour, layer.colour, cover(layer.ridge(u, soft) - v, soft));
    }
    return colour;
  };
};

/** Bands that bend, like grain in wood or a map of heights. */
const bands: Pattern = (palette, random) => {
  const angle = random() * TAU;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const count = 5 + intBelow(8, random);
  const bend = 0.05 + random() * 0.16;
  const phase = random() * TAU;
  return (u, v, soft) => {
    const along = u * cos + v * sin;
    const across = v * cos - u * sin;
    const level = (across + bend * Math.sin(along * TAU + phase) + 2) * count;
    const band = Math.floor(level);
    const here = palette[band % 5] ?? palette[0];
    const next = palette[(band + 1) % 5] ?? palette[1];
    return mix(here, next, cover(1 - (level - band), soft * count * 1.4));
  };
};

/** Rings around a centre that is not the middle, with a moon on one of them. */
const orbits: Pattern = (palette, random) => {
  const [ground, ...inks] = palette;
  const centre = { u: 0.2 + random() * 0.6, v: 0.2 + random() * 0.6 };
  const rings = Array.from({ length: 4 + intBelow(3, random) }, (_, index) => ({
    radius: 0.12 + index * (0.1 + random() * 0.03),
    width: 0.008 + random() * 0.03,
    colour: pick(inks, random),
    moon: { turn: random() * TAU, radius: 0.02 + random() * 0.05, colour: pick(inks, random) },
  }));
  const core = pick(inks, random);
  return (u, v, soft) => {
    const distance = length(u - centre.u, v - centre.v);
    let colour = mix(ground, inks[0] ?? ground, distance * 0.25);
    for (const { radius, width, colour: ink, moon } of rings) {
      colour = mix(colour, ink, cover(Math.abs(distance - radius) - width, soft));
      const u0 = centre.u + Math.cos(moon.turn) * radius;
      const v0 = centre.v + Math.sin(moon.turn) * radius;
      colour = mix(colour, moon.colour, cover(length(u - u0, v - v0) - moon.radius, soft));
    }
    return mix(colour, core, cover(distance - 0.07, soft));
  };
};

/** A disc cut by ever wider gaps, over a ground that fades. */
const sunset: Pattern = (palette, random) => {
  const [dark, low, high, , light] = palette;
  const radius = 0.26 + random() * 0.1;
  const slats = 5 + intBelow(4, random);
  const horizon = 0.5 + random() * 0.1;
  return (u, v, soft) => {
    const sky = mix(dark, low, v);
    const disc = cover(length(u - 0.5, v - horizon) - radius, soft);
    const depth = (v - horizon + radius * 0.2) / (radius * 1.2);
    const slat = depth * slats - Math.floor(depth * slats);
    const gap = depth < 0 ? 0 : cover(slat - depth * 0.75, soft * slats * 2);
    return mix(sky, mix(light, high, (v - horizon + radius) / (2 * radius)), disc * (1 - gap));
  };
};

export const PATTERNS: readonly Pattern[] = [mesh, arcs, blocks, hills, bands, orbits, sunset];

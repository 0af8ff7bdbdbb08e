/** A stream of numbers in [0, 1). The same seed gives the same stream. */
export type Random = () => number;

/** Mixes up to three integers into 32 well-spread bits (the finaliser of MurmurHash3). */
export function hash32(a: number, b = 0, c = 0): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ c, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32 bits of a text (FNV-1a), for seeds that arrive as words. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  return h >>> 0;
}

/** Mulberry32: small, fast, and good enough to make a library look lived in. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number in [0, below). */
export function intBelow(below: number, random: Random): number {
  return Math.floor(random() * below);
}

/** One of the list. Throws a RangeError when it is empty. */
export function pick<T>(list: readonly T[], random: Random): T {
  const chosen = list[intBelow(list.length, random)];
  if (chosen === undefined) {
    throw new RangeError('There is nothing to pick from');
  }
  return chosen;
}

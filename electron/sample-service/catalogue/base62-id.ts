import { hash32 } from './seeded-random.ts';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ID_PATTERN = /^[0-9A-Za-z]{22}$/;
const PREFIX_LENGTH = 16;
const SUFFIX_LENGTH = 6;

export const ID_KINDS = {
  track: 1,
  album: 2,
  artist: 3,
  playlist: 4,
  episode: 5,
  show: 6,
  audiobook: 7,
  chapter: 8,
} as const;
export type IdKind = keyof typeof ID_KINDS;

function digits(value: number, count: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < count; i += 1) {
    text += DIGITS[rest % 62];
    rest = Math.floor(rest / 62);
  }
  return text;
}

function numberOf(text: string): number {
  let value = 0;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    value = value * 62 + DIGITS.indexOf(text.charAt(i));
  }
  return value;
}

function mask(seed: number, kind: IdKind, prefix: string): number {
  let h = hash32(seed, ID_KINDS[kind], 0x1d);
  for (let i = 0; i < prefix.length; i += 1) {
    h = hash32(h, prefix.charCodeAt(i));
  }
  return h;
}

/**
 * A 22-character base62 id, as Spotify's look. The index (0 … 2³²−1) is hidden in it, so that an id
 * that comes back in a request leads to its object without a table of a million rows.
 */
export function idOf(seed: number, kind: IdKind, index: number): string {
  const code = ID_KINDS[kind];
  let prefix = '';
  for (let part = 0; part < PREFIX_LENGTH / 4; part += 1) {
    prefix += digits(hash32(hash32(seed, code, part), index), 4);
  }
  return prefix + digits((index ^ mask(seed, kind, prefix)) >>> 0, SUFFIX_LENGTH);
}

/** The index in an id made by `idOf` with the same seed and kind, else null. */
export function indexOfId(seed: number, kind: IdKind, id: string): number | null {
  if (!ID_PATTERN.test(id)) {
    return null;
  }
  const hidden = numberOf(id.slice(PREFIX_LENGTH));
  const index = (hidden ^ mask(seed, kind, id.slice(0, PREFIX_LENGTH))) >>> 0;
  return idOf(seed, kind, index) === id ? index : null;
}

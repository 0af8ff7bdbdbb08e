import fc from 'fast-check';

/** One thing done to one place of a body. */
export interface Damage {
  /** Which key to go down at each level; counted round where there are fewer. */
  readonly path: readonly number[];
  readonly how: 'remove' | 'replace' | 'add';
  readonly value: unknown;
  /** Of what is added. */
  readonly key: string;
}

function nested(depth: number, into: (inner: unknown) => unknown): unknown {
  let value: unknown = null;
  for (let level = 0; level < depth; level += 1) {
    value = into(value);
  }
  return value;
}

/** What JSON can hold where something else was expected. */
const JUNK: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 53,
  1e21,
  1.7976931348623157e308,
  '',
  ' ',
  'x',
  '\0',
  'spotify:track:\0',
  'spotify:\ud800:\udfff',
  'half \ud83d',
  '\u202e',
  '2026-13-45T00:00:00Z',
  'javascript:alert(1)',
  'A'.repeat(100_000),
  [],
  [null],
  {},
  { uri: null, id: null, name: null },
  { uri: 'spotify:track:x', name: 7 },
  nested(2_000, (inner) => [inner]),
  nested(2_000, (inner) => ({ item: inner, track: inner, artists: inner })),
];

export const junk = fc.oneof(fc.constantFrom(...JUNK), fc.jsonValue());

const damage: fc.Arbitrary<Damage> = fc.record({
  path: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 }),
  how: fc.constantFrom('remove', 'replace', 'add'),
  value: junk,
  key: fc.constantFrom('item', 'items', 'uri', '__proto__', 'constructor', 'toString', 'new_field'),
});

export const damages = fc.array(damage, { minLength: 1, maxLength: 6 });

/** A copy of a body, damaged in some places. */
export function damaged(body: unknown, all: readonly Damage[]): unknown {
  const root = { body: structuredClone(body) };
  for (const { path, how, value, key } of all) {
    const place = placeIn(root, path);
    const container: unknown = Reflect.get(place.parent, place.key);
    if (how === 'add' && typeof container === 'object' && container !== null) {
      // As `JSON.parse` does it: also `__proto__` becomes a field like any other.
      const field = Array.isArray(container) ? String(container.length) : key;
      const open = { value, configurable: true, enumerable: true, writable: true };
      Object.defineProperty(container, field, open);
    } else if (how === 'remove' && !Array.isArray(place.parent)) {
      Reflect.deleteProperty(place.parent, place.key);
    } else {
      Reflect.set(place.parent, place.key, value);
    }
  }
  return root.body;
}

function placeIn(root: object, path: readonly number[]): { parent: object; key: string } {
  let place = { parent: root, key: 'body' };
  for (const step of path) {
    const value: unknown = Reflect.get(place.parent, place.key);
    if (typeof value !== 'object' || value === null) {
      return place;
    }
    const keys = Object.keys(value);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) {
      return place;
    }
    place = { parent: value, key };
  }
  return place;
}

/** The id that an address names; null where it names none, or something else. */
export function idIn(query: URLSearchParams, name: string): number | null {
  return asId(query.get(name) ?? '');
}

/** A row's id as an address spells it; null for anything else. */
export function asId(text: string): number | null {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}

/** What is one of these words; the first of them for anything else. */
export function oneOf<T extends string>(words: readonly [T, ...T[]], text: string | null): T {
  return words.find((word) => word === text) ?? words[0];
}

/** The address of the page below an item's story: that page stays where it is. */
export function withoutItem(hash: string): string {
  const [path = '', search = ''] = hash.split('?');
  const parts = search.split('&').filter((part) => part !== '' && !part.startsWith('item='));
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}

/** Puts an address together. Parts that are null or '' are left out; `true` stands without a value. */
export function address(
  path: string,
  parts: Readonly<Record<string, string | number | boolean | null>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) {
    if (value === null || value === '' || value === false) continue;
    query.set(name, value === true ? '' : String(value));
  }
  const text = query.toString().replaceAll(/=(?=&|$)/g, '');
  return text === '' ? `#/${path}` : `#/${path}?${text}`;
}

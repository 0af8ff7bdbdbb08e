/** Addresses whose places are kept, the latest first. */
export const KEPT_PLACES = 20;
export const ADDRESS_LENGTH = 2_000;
/** Groups of a feed that are remembered as open. */
export const KEPT_OPEN_GROUPS = 100;

/**
 * Whether a text is the address of a page: the end of the window's own address, from its `#` on. It
 * is visible ASCII, as a browser writes it, and being the end it can lead to no other origin.
 */
export function isPageAddress(text: string): text is `#/${string}` {
  return text.length <= ADDRESS_LENGTH && /^#\/[\x21-\x7e]*$/.test(text);
}

/** Under which name the place of a list is kept; a page has at most one list of each name. */
export function placeKey(address: string, list = ''): string {
  // No address holds a space, so two keys never mean the same.
  return list === '' ? address : `${address} ${list}`;
}

/** Whether a place is one of those on this page. */
export function isPlaceOn(key: string, address: string): boolean {
  return key === address || key.startsWith(`${address} `);
}

/**
 * Names whose library is on screen; null where there is none. A view goes with it: what one account
 * was looking at is never shown to another.
 */
export function viewOwner(mode: 'spotify' | 'sample', accountKey: string | null): string | null {
  if (mode === 'sample') return 'sample';
  return accountKey === null ? null : `account ${accountKey}`;
}

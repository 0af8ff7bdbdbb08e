const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  quot: '"',
};

/**
 * The text of a playlist's description. Spotify sends it as HTML with links in it (recorded) and
 * escaped characters; shown as text it would otherwise read `<a href=…>` and `&#x27;`.
 */
export function plainText(html: string): string {
  return html
    .replaceAll(/<\/?a(\s[^<>]*)?>/gi, '')
    .replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|apos|gt|lt|quot));/gi, decodeEntity);
}

function decodeEntity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) {
    return NAMED[name.toLowerCase()] ?? whole;
  }
  const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
}

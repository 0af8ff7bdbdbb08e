const PALETTES = [
  ['#1f3a4d', '#e8b04a', '#d9593d'],
  ['#f0e4cc', '#b6452c', '#2d3b36'],
  ['#33261d', '#d98f4e', '#f3dfc1'],
  ['#6b7f5e', '#f2e7c9', '#283024'],
  ['#8d3b4a', '#f4c9a8', '#2a1a20'],
  ['#cfd8d3', '#3f5d6b', '#e07a4b'],
  ['#e3c067', '#4a3424', '#a33f2a'],
  ['#2b2a33', '#a9b8c9', '#cf5f4a'],
] as const;

/** An invented cover for an address; null for addresses that are to fail. */
export function drawnArtwork(url: string): string | null {
  if (url === '' || url.includes('missing')) return null;
  const seed = [...url].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
  const palette = PALETTES[seed % PALETTES.length] ?? PALETTES[0];
  const [ground, first, second] = palette;
  const motifs = [
    `<circle cx="50" cy="56" r="29" fill="${first}"/><path d="M0 66h100v34H0z" fill="${second}"/>`,
    `<path d="M0 100 100 0v100z" fill="${first}"/><circle cx="34" cy="34" r="15" fill="${second}"/>`,
    `<path d="M12 12h34v76H12z" fill="${first}"/><path d="M54 36h34v52H54z" fill="${second}"/>`,
    `<circle cx="50" cy="50" r="36" fill="none" stroke="${first}" stroke-width="9"/><circle cx="50" cy="50" r="13" fill="${second}"/>`,
    `<path d="M0 72q25-32 50 0t50 0v28H0z" fill="${first}"/><path d="M0 46q25-24 50 0t50 0" fill="none" stroke="${second}" stroke-width="5"/>`,
    `<path d="M50 10 88 84H12z" fill="${first}"/><path d="M50 44 70 84H30z" fill="${second}"/>`,
  ];
  const motif = motifs[Math.floor(seed / 8) % motifs.length];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="${ground}"/>${motif}</svg>`;
}

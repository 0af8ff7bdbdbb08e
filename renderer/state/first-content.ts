/** Says that something worth reading is on screen. Measurements and tests wait for this. */
export function markFirstContent(): void {
  const { dataset } = document.documentElement;
  if (dataset.ready === 'true') return;
  dataset.ready = 'true';
  performance.mark('cratewatch-first-content');
}

/** A moment as the Web API writes it: no fraction of a second. */
export function renderMoment(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

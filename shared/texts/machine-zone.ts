/** One moment in each half of some years: zones that agree on all of these hardly differ today. */
const PROBES_MS = [
  Date.UTC(1975, 0),
  Date.UTC(1995, 6),
  Date.UTC(2010, 0),
  Date.UTC(2010, 6),
  Date.UTC(2018, 0),
  Date.UTC(2018, 6),
  Date.UTC(2026, 0),
  Date.UTC(2026, 6),
  Date.UTC(2040, 0),
  Date.UTC(2040, 6),
];
const probes = PROBES_MS.map((atMs) => new Date(atMs));

/**
 * A text that changes when the machine's time zone does, as with a laptop that travels. Asking for
 * the zone's name would take a hundred times as long, and every time that is shown needs it.
 */
export function machineZoneMark(): string {
  return probes.map((probe) => probe.getTimezoneOffset()).join();
}

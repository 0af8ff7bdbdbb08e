import type { ListSizePoint } from '../../shared/list-sizes.ts';
import type { WindowApiOverrides } from '../doubles/window-api.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Sizes = (nowMs: number) => readonly ListSizePoint[];

/** A list that grew over the summer, with two weeks in which nobody looked. */
const YEAR: Sizes = (nowMs) => {
  const points: ListSizePoint[] = [];
  let atMs = nowMs - 300 * DAY_MS;
  for (let index = 0; atMs < nowMs - 8 * DAY_MS; index += 1) {
    const untilMs = atMs + (18 + ((index * 37) % 120)) * HOUR_MS;
    points.push({ observationId: index + 1, atMs, untilMs, rows: sizeAfter(index) });
    atMs = untilMs + (index === 40 ? 14 * DAY_MS : HOUR_MS);
  }
  const index = points.length;
  atMs = nowMs - 30 * HOUR_MS;
  return [
    ...points,
    { observationId: index + 1, atMs, untilMs: nowMs - 18 * 60_000, rows: sizeAfter(index) },
  ];
};

function sizeAfter(index: number): number {
  return 400 + index * 2 - ((index * 13) % 7) * 3;
}

const SIZES: Readonly<Record<string, Sizes>> = {
  year: YEAR,
  'first-look': (nowMs) => [{ observationId: 1, atMs: nowMs, untilMs: nowMs, rows: 12_000 }],
  unchanged: (nowMs) => [
    { observationId: 1, atMs: nowMs - 30 * DAY_MS, untilMs: nowMs - HOUR_MS, rows: 12 },
  ],
  none: () => [],
};

/** The size of a list in each state, as the main process answers it. */
export const PICTURE_STATES: Readonly<Record<string, (nowMs: number) => WindowApiOverrides>> = {
  ...Object.fromEntries(
    Object.entries(SIZES).map(([name, sizes]) => [
      name,
      (nowMs: number): WindowApiOverrides => ({
        calls: {
          history: { sizes: async () => ({ ok: true, value: { points: [...sizes(nowMs)] } }) },
        },
      }),
    ]),
  ),
  'once-failed': (nowMs) => {
    let calls = 0;
    return {
      calls: {
        history: {
          sizes: async () => {
            calls += 1;
            return calls === 1
              ? { ok: false, error: { kind: 'internal', id: 'c4f19b02' } }
              : { ok: true, value: { points: [...YEAR(nowMs)] } };
          },
        },
      },
    };
  },
};

import type { SampleLibrarySize } from '../../electron/sample-service/sample-service.ts';
import type { BenchRow, Measurement } from './measurement.ts';
import { median } from './median.ts';
import { referenceLibrary } from './reference-library.ts';
import type { Trouble } from './side-by-side/messages.ts';
import { webApiRequests } from './side-by-side/outcome.ts';
import {
  figureRow,
  middleRequest,
  ourOutcome,
  type Pair,
  pairRow,
  runPair,
  theirOutcome,
} from './side-by-side/pair.ts';
import {
  CHECKING_REASON,
  DOCUMENTED_NOTE,
  EXPIRED_TOKEN_NOTE,
  memoryReason,
  RATE_LIMIT_NOTE,
  REQUESTS_NOTE,
  SPACING_REASON,
} from './side-by-side/reasons.ts';
import { outcomeRow } from './side-by-side/rows.ts';
import { Runner } from './side-by-side/run.ts';
import { tenthOf } from './side-by-side/tenth-of.ts';

/** Of the whole library, by turns, so that both share the machine's moods. */
const TURNS = 3;
/** How late an answer is that comes over a network: a round trip and the service's own work. */
const FAR_MS = 120;

interface TroubleRow {
  readonly id: string;
  readonly kind: Trouble['kind'];
  readonly note?: string;
}

const TROUBLES: readonly TroubleRow[] = [
  { id: 'side-by-side-429', kind: 'rate-limit', note: RATE_LIMIT_NOTE },
  { id: 'side-by-side-502', kind: 'html-502' },
  { id: 'side-by-side-401', kind: 'expired-token', note: EXPIRED_TOKEN_NOTE },
];

/** Spotify's own SDK and our Web API client download the same library from the same service. */
export const sideBySide: Measurement = {
  ids: [
    'side-by-side-requests',
    'side-by-side-missing',
    'side-by-side-seconds-unspaced',
    'side-by-side-memory',
    'side-by-side-seconds',
    'side-by-side-seconds-far',
    'side-by-side-documented',
    ...TROUBLES.map(({ id }) => id),
  ],
  measure: () => measureSideBySide(referenceLibrary, TURNS),
};

/** @param whole downloaded `turns` times without our spacing; for all else a tenth of it will do */
export async function measureSideBySide(
  whole: SampleLibrarySize,
  turns: number,
): Promise<readonly BenchRow[]> {
  const runner = new Runner();
  try {
    const all: Pair[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      all.push(await runPair(runner, { library: whole, ours: 'cratewatch-unspaced' }));
    }
    const library = tenthOf(whole);
    const near = await runPair(runner, { library });
    const far = await runPair(runner, { library, latencyMs: FAR_MS });
    const documented = await runner.run({ library, client: 'sdk-own-paths' });
    return [
      ...rowsOfWhole(all),
      ...rowsOfSpacing(near, far),
      outcomeRow(
        'side-by-side-documented',
        ourOutcome(near),
        theirOutcome(documented),
        DOCUMENTED_NOTE,
      ),
      ...(await rowsOfTroubles(runner, library, middleRequest(near))),
    ];
  } finally {
    await runner.end();
  }
}

function rowsOfWhole(pairs: readonly Pair[]): BenchRow[] {
  const moreBefore = pairs.map(({ ours, theirs }) => ours.memoryBeforeMib - theirs.memoryBeforeMib);
  return [
    figureRow(pairs, {
      id: 'side-by-side-requests',
      unit: 'requests',
      of: (run) => webApiRequests(run).length,
      budget: 1,
      note: REQUESTS_NOTE,
    }),
    ...pairs.slice(0, 1).map((pair) => pairRow('side-by-side-missing', pair)),
    figureRow(pairs, {
      id: 'side-by-side-seconds-unspaced',
      unit: 's',
      of: (run) => run.seconds,
      budget: null,
      reason: CHECKING_REASON,
    }),
    figureRow(pairs, {
      id: 'side-by-side-memory',
      unit: 'MiB',
      of: (run) => run.peakMemoryMib,
      budget: null,
      reason: memoryReason(median(moreBefore)),
    }),
  ];
}

function rowsOfSpacing(near: Pair, far: Pair): BenchRow[] {
  const seconds = { unit: 's', of: (run: Pair['ours']) => run.seconds };
  return [
    figureRow([near], {
      ...seconds,
      id: 'side-by-side-seconds',
      budget: null,
      reason: SPACING_REASON,
    }),
    figureRow([far], { ...seconds, id: 'side-by-side-seconds-far', budget: 1 }),
  ];
}

/** Each in a run of its own, at the same request of both. */
async function rowsOfTroubles(
  runner: Runner,
  library: SampleLibrarySize,
  atRequest: number,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { id, kind, note } of TROUBLES) {
    const pair = await runPair(runner, { library, trouble: { kind, atRequest } });
    rows.push(pairRow(id, pair, note));
  }
  return rows;
}

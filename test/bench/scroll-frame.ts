import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { startSampleService } from '../../electron/sample-service/start-sample-service.ts';
import { systemClock } from '../../shared/clock.ts';
import { driveProgram } from './driven-program.ts';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { plainRow } from './row.ts';
import { percentile, scrolledFrames } from './scroll-frame/frames.ts';
import { writeLongListProfile } from './scroll-frame/long-list-profile.ts';

const ROWS = 100_000;
const DISTANCE_PX = 20_000;
/** As fast as a hand turns a wheel that means to get somewhere. */
const PX_A_SECOND = 4_000;
/** A little above a frame, so that rounding decides nothing. */
const BUDGET_MS = 16.7;
const NOTHING = { savedTracks: 0, ownPlaylists: 0, followedPlaylists: 0, itemsPerPlaylist: 0 };

/**
 * Time from frame to frame while a list of 100,000 rows is scrolled, at its beginning and after a
 * jump into its middle, from a trace that Chromium records.
 */
export const scrollFrame: Measurement = {
  ids: ['scroll-frame'],
  async measure({ cratewatch, workFolder, say }: BenchSurroundings) {
    const service = await startSampleService({
      clock: systemClock,
      seed: 1,
      library: NOTHING,
      redirectUris: [],
    });
    const profile = join(workFolder, 'scroll');
    say(`Writing ${ROWS} rows…`);
    await writeLongListProfile(profile, ROWS, service.apiUrl);
    const app = await driveProgram(cratewatch, [`--user-data-dir=${profile}`], {
      CRATEWATCH_ACCOUNTS_URL: service.accountsUrl,
      CRATEWATCH_API_URL: service.apiUrl,
    });
    try {
      const page = await app.firstWindow();
      await page.locator('html[data-ready="true"]').waitFor();
      await page.evaluate("location.hash = '#/library/saved-tracks'");
      await page.locator('.row-table-row:not([aria-busy="true"])').first().waitFor();
      const scroller = page.locator('.row-table-scroller');
      const down = await recorded(app, () => scroll(page, -DISTANCE_PX));
      await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
      const up = await recorded(app, () => scroll(page, DISTANCE_PX));
      const parts = [scrolledFrames(down), scrolledFrames(up)];
      const intervalsMs = parts
        .flatMap((part) => part.intervalsMs)
        .sort((one, other) => one - other);
      const withGaps = parts.reduce((sum, part) => sum + part.withGaps, 0);
      const share = Math.round((withGaps / intervalsMs.length) * 100);
      return [
        {
          ...plainRow({
            id: 'scroll-frame',
            value: percentile(intervalsMs, 0.95),
            unit: 'ms',
            budget: BUDGET_MS,
          }),
          note: `p95 of ${intervalsMs.length} frames at ${PX_A_SECOND} px/s; the longest was ${percentile(intervalsMs, 1).toFixed(0)} ms, and ${share} % showed a part that was not drawn yet.`,
        },
      ];
    } finally {
      await app.close();
      await service.close();
    }
  },
};

/** @param distancePx below 0 towards the end */
async function scroll(page: Page, distancePx: number): Promise<void> {
  const box = await page.locator('.row-table-scroller').boundingBox();
  if (box === null) throw new Error('There is no list to scroll.');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeScrollGesture', {
    x: Math.round(box.x + box.width / 2),
    y: Math.round(box.y + box.height / 2),
    yDistance: distancePx,
    speed: PX_A_SECOND,
    gestureSourceType: 'mouse',
  });
  await session.detach();
}

async function recorded(app: ElectronApplication, run: () => Promise<void>): Promise<unknown> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['cc', 'benchmark'] }),
  );
  await run();
  const path = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } finally {
    await rm(path, { force: true });
  }
}

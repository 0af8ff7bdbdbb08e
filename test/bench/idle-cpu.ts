import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { SampleService } from '../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../electron/sample-service/start-sample-service.ts';
import { systemClock } from '../../shared/clock.ts';
import { writeSignedInProfile } from './idle/signed-in-profile.ts';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { processWakeUps, treeCpuSeconds } from './process-tree.ts';
import { type RunningProgram, startProgram } from './program.ts';
import { plainRow, ratioRow } from './row.ts';

const WATCH_MS = 600_000;
/** A first pass of a few seconds, after which an hour of rest begins. */
const LIBRARY = { savedTracks: 400, ownPlaylists: 8, followedPlaylists: 2, itemsPerPlaylist: 30 };
/** So long without a request: the first pass is done, and what follows it too. */
const QUIET_MS = 20_000;

/**
 * What a Cratewatch that is signed in and watches costs while it sits in the tray, over ten minutes:
 * the share of one core of all its processes, and how often its main process wakes up, beside the
 * bare program in the same minutes. A timer of a second would show as one wake-up more a second.
 */
export const idleCpu: Measurement = {
  ids: ['idle-cpu', 'idle-wake-ups'],
  onlyWhenAsked: true,
  async measure({ cratewatch, bare, workFolder }: BenchSurroundings) {
    const service = await startSampleService({
      clock: systemClock,
      seed: 3,
      library: LIBRARY,
      redirectUris: [],
    });
    const profile = join(workFolder, 'idle');
    await writeSignedInProfile(profile, service);
    const env = {
      ...cratewatch.env,
      CRATEWATCH_ACCOUNTS_URL: service.accountsUrl,
      CRATEWATCH_API_URL: service.apiUrl,
    };
    const programs: RunningProgram[] = [];
    try {
      const ours = startProgram({ ...cratewatch, env }, ['--hidden', `--user-data-dir=${profile}`]);
      programs.push(ours);
      const theirs = startProgram(bare, [`--user-data-dir=${join(workFolder, 'idle-bare')}`]);
      programs.push(theirs);
      await Promise.all([ours.mark('tray-shown'), theirs.mark('tray-shown')]);
      await quiet(service);
      if (
        !service.requests.some(({ path, status }) => path === '/v1/me/tracks' && status === 200)
      ) {
        throw new Error('The library was not read, so there is no watch to measure.');
      }
      const cpuBefore = treeCpuSeconds(ours.pid);
      const wakeUpsBefore = [processWakeUps(ours.pid), processWakeUps(theirs.pid)] as const;
      const requestsBefore = service.requests.length;
      await delay(WATCH_MS);
      const seconds = WATCH_MS / 1_000;
      const percent = ((treeCpuSeconds(ours.pid) - cpuBefore) / seconds) * 100;
      const perSecond = (pid: number, before: number) => (processWakeUps(pid) - before) / seconds;
      const requests = service.requests.length - requestsBefore;
      return [
        {
          ...plainRow({ id: 'idle-cpu', value: percent, unit: '%', budget: 0.3 }),
          note: `Signed in and watching, for ${seconds} s with ${requests} requests.`,
        },
        ratioRow({
          id: 'idle-wake-ups',
          value: perSecond(ours.pid, wakeUpsBefore[0]),
          unit: '/s',
          baseline: perSecond(theirs.pid, wakeUpsBefore[1]),
          budget: 2,
        }),
      ];
    } finally {
      await Promise.all(programs.map((program) => program.end()));
      await service.close();
    }
  },
};

/** Waits until the program has asked for something, and then for nothing more. */
async function quiet(service: SampleService): Promise<void> {
  for (let seen = -1; seen !== service.requests.length || seen === 0; ) {
    seen = service.requests.length;
    await delay(QUIET_MS);
  }
}

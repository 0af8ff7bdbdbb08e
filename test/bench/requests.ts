import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { referenceLibrary } from './reference-library.ts';
import { plainRow } from './row.ts';
import { startSampleWatch } from './sample-watch.ts';

/**
 * Requests of a first pass over the reference library and of a light check after it, counted by the
 * service that answered them. The seconds are those of the gate's spacing and of our own work; the
 * sample service answers at once.
 */
export const requests: Measurement = {
  ids: ['first-pass-requests', 'first-pass-seconds', 'light-check-requests'],
  async measure({ workFolder }: BenchSurroundings) {
    const folder = join(workFolder, 'requests');
    await mkdir(folder, { recursive: true });
    const startedMs = performance.now();
    const watch = await startSampleWatch(referenceLibrary, folder);
    try {
      const webApiRequests = () =>
        watch.service.requests.filter(({ path }) => path.startsWith('/v1/')).length;
      await watch.check();
      const firstPass = webApiRequests();
      const seconds = (performance.now() - startedMs) / 1_000;
      await watch.check();
      return [
        plainRow({
          id: 'first-pass-requests',
          value: firstPass,
          unit: 'requests',
          budget: 470,
        }),
        plainRow({ id: 'first-pass-seconds', value: seconds, unit: 's', budget: null }),
        plainRow({
          id: 'light-check-requests',
          value: webApiRequests() - firstPass,
          unit: 'requests',
          budget: 12,
        }),
      ];
    } finally {
      await watch.close();
    }
  },
};

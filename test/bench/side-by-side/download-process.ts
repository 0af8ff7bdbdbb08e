import { systemClock } from '../../../shared/clock.ts';
import type { Download } from './download.ts';
import { impatientClock } from './impatient-clock.ts';
import { type DownloadAnswer, type DownloadOrder, downloadOrderSchema } from './messages.ts';

// One download in a process of its own, so that its memory is its own. The first message is the
// order, the second says go. Only the client in question is loaded.

/** Longer than the gate's spacing and shorter than any limit or wait that the service asks for. */
const SKIPPED_MS = 500;

async function prepare({ client, service }: DownloadOrder): Promise<Download> {
  if (client === 'sdk' || client === 'sdk-own-paths') {
    const { sdkDownload } = await import('./sdk-download.ts');
    return sdkDownload(service, { moderniseItems: client === 'sdk' });
  }
  const { cratewatchDownload } = await import('./cratewatch-download.ts');
  const clock = client === 'cratewatch' ? systemClock : impatientClock(SKIPPED_MS);
  return cratewatchDownload(service, clock);
}

async function run(download: Download): Promise<DownloadAnswer> {
  const got: string[] = [];
  const memoryBeforeMib = process.memoryUsage.rss() / 2 ** 20;
  const startedMs = performance.now();
  let error: string | null = null;
  try {
    await download((key) => got.push(key));
  } catch (reason) {
    error = reason instanceof Error ? reason.message : String(reason);
  }
  return {
    kind: 'done',
    got,
    seconds: (performance.now() - startedMs) / 1_000,
    memoryBeforeMib,
    peakMemoryMib: process.resourceUsage().maxRSS / 1_024,
    error,
  };
}

function say(answer: DownloadAnswer): void {
  process.send?.(answer);
}

function nextMessage(): Promise<unknown> {
  return new Promise((resolve) => process.once('message', resolve));
}

process.on('disconnect', () => process.exit(0));
const download = await prepare(downloadOrderSchema.parse(await nextMessage()));
const go = nextMessage();
say({ kind: 'ready' });
await go;
say(await run(download));

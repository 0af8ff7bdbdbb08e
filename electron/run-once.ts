import type { Clock } from '../shared/clock.ts';
import { commandLineTexts } from '../shared/texts/command-line-texts.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import { EXIT_CODES } from './desktop/exit-codes.ts';
import { runUnattended, type UnattendedResult } from './unattended-run.ts';
import type { WatchHost } from './watch-host.ts';

/** How many steps the sample library lives between the two checks of an unattended run. */
const LIFE_STEPS = 14;

/**
 * `--exit-after-sync`: one check of what the host watches; two of a sample library, so that there is
 * a change to see.
 */
export async function runOnce(
  host: WatchHost,
  clock: Clock,
  format: TextFormat,
  { sample }: { readonly sample: boolean },
): Promise<UnattendedResult> {
  const service = host.sample?.service ?? null;
  if (sample && service === null) {
    return { exitCode: EXIT_CODES.unexpected, line: commandLineTexts.sampleNotStarted };
  }
  return await runUnattended(
    host.watch,
    clock,
    format,
    service === null ? null : () => service.life.step(LIFE_STEPS),
  );
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchOptions, isNamed } from '../test/bench/bench-options.ts';
import type { BenchRow, Measurement } from '../test/bench/measurement.ts';
import { measurements } from '../test/bench/measurements.ts';
import { programStarter } from '../test/bench/program.ts';
import { outcomeTable } from '../test/bench/side-by-side/outcome-table.ts';
import { notes, table } from '../test/bench/table.ts';
import { ensureBuild } from './build/build.ts';
import { startPrivateDesktop } from './desktop/desktop.ts';
import { findElectron } from './electron-runtime/find-electron.ts';
import { PlainFailure, runScript } from './plain-failure.ts';
import { projectRoot } from './project-root.ts';
import { ensureSystemPackages } from './system-packages/system-packages.ts';
import { toolEnvironment } from './tool-environment.ts';

const say = (line: string) => console.error(line);

function isWanted({ ids, onlyWhenAsked }: Measurement, only: string | null): boolean {
  return only === null ? !onlyWhenAsked : ids.some((id) => isNamed(id, only));
}

// Measures what the README promises, beside a bare Electron tray program on the same
// machine in the same run. The exit code says whether everything could be measured; whether the
// budgets are kept stands in the table.
await runScript(async () => {
  const options = benchOptions(
    process.argv.slice(2),
    measurements.flatMap(({ ids }) => ids),
  );
  if (options.kind === 'usage-error') throw new PlainFailure(options.message);
  const packages = await ensureSystemPackages(
    ['run', 'unpack', 'display', 'tests', 'packages'],
    say,
  );
  if (packages.kind === 'missing') throw new PlainFailure(packages.advice);
  const electron = await findElectron(say);
  say(electron.line);
  await ensureBuild(say);

  const workFolder = await mkdtemp(join(tmpdir(), 'cratewatch-bench-'));
  const desktop = await startPrivateDesktop();
  const env = toolEnvironment(desktop.env);
  const bareFolder = join(projectRoot, 'test', 'bench', 'bare-tray');
  const surroundings = {
    cratewatch: programStarter(electron.executablePath, projectRoot, env),
    bare: programStarter(electron.executablePath, bareFolder, env),
    workFolder,
    say,
  };
  const { only, jsonPath } = options;
  const rows: BenchRow[] = [];
  try {
    for (const measurement of measurements) {
      if (!isWanted(measurement, only)) continue;
      say(`Measuring ${measurement.ids.join(', ')}…`);
      rows.push(...(await measurement.measure(surroundings)));
    }
  } finally {
    await desktop.end();
    await rm(workFolder, { recursive: true, force: true, maxRetries: 3 });
  }
  const shown = only === null ? rows : rows.filter(({ id }) => isNamed(id, only));
  const texts = [table(shown), outcomeTable(shown), notes(shown)];
  console.log(texts.filter((text) => text !== '').join('\n\n'));
  for (const { ids, onlyWhenAsked } of measurements) {
    if (only === null && onlyWhenAsked) {
      say(`Not measured, as it takes minutes: npm run bench -- --only ${ids.join(', ')}`);
    }
  }
  if (jsonPath !== null) await writeFile(jsonPath, `${JSON.stringify(shown, null, 2)}\n`);
  return 0;
});

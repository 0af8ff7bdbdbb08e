import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCaptured } from '../../../scripts/child-process.ts';
import { projectRoot } from '../../../scripts/project-root.ts';

const check = join(projectRoot, 'scripts/require-node.mjs');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cratewatch-node-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a script behind the check, in a Node that says it is of this version. */
function runOn(version: string) {
  const pretend = join(folder, 'pretend.mjs');
  writeFileSync(
    pretend,
    `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`,
  );
  const script = join(folder, 'script.mjs');
  writeFileSync(script, 'console.log("ran");');
  return runCaptured(process.execPath, ['--import', pretend, '--import', check, script], {
    timeLimitMs: 20_000,
  });
}

describe('a script behind the check of its Node', () => {
  it.each(['22.18.0', '24.21.0', '26.0.0'])('runs on %s', async (version) => {
    expect((await runOn(version)).stdout).toBe('ran\n');
  });

  it.each(['20.20.2', '22.17.1', '18.0.0'])('says what it needs on %s', async (version) => {
    const finished = await runOn(version);
    expect(finished.exitCode).toBe(1);
    expect(finished.stdout).toBe('');
    expect(finished.stderr).toContain(`need Node 22.18 or newer; this is ${version}`);
  });
});

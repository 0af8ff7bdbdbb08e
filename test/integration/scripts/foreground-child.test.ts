import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runForeground } from '../../../scripts/foreground-child.ts';
import { projectRoot } from '../../../scripts/project-root.ts';

const run = (script: string, timeLimitMs?: number) =>
  runForeground(process.execPath, ['-e', script], {
    env: process.env,
    stdio: 'ignore',
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
  });

describe('a program run in our place', () => {
  it.each([0, 2, 64])('gives us its exit code %i', async (exitCode) => {
    expect(await run(`process.exit(${exitCode})`)).toBe(exitCode);
  });

  it('that dies of a signal gives 128 and its number', async () => {
    expect(await run('process.kill(process.pid, "SIGKILL")')).toBe(137);
  });

  it('is stopped at its time limit', async () => {
    expect(await run('setInterval(() => {}, 1000)', 100)).toBe(124);
  });

  it('that does not exist is an error', async () => {
    const started = runForeground('no-such-program', [], { env: process.env, stdio: 'ignore' });
    await expect(started).rejects.toThrow('ENOENT');
  });

  it('gets the signals that reach us', async () => {
    const module = join(projectRoot, 'scripts/foreground-child.ts');
    const child =
      'process.on("SIGTERM", () => process.exit(3)); console.log("up"); setInterval(() => {}, 1000)';
    const parent = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { runForeground } from ${JSON.stringify(module)};
       process.exitCode = await runForeground(process.execPath, ['-e', ${JSON.stringify(child)}],
         { env: process.env });`,
    ]);
    await once(parent.stdout, 'data');
    parent.kill('SIGTERM');
    expect(await once(parent, 'exit')).toEqual([3, null]);
  });
});

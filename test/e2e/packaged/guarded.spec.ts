import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { InstalledRoot } from './harness/installed-root.ts';

const unavailable = InstalledRoot.unavailable();
test.skip(unavailable !== null, unavailable ?? '');

const USAGE = 64;

test('no debugger and no code of others comes in by an option', async ({ start }) => {
  for (const option of [
    '--remote-debugging-port=9223',
    '-remote-debugging-port=9223',
    '--remote-debugging-pipe',
    '--inspect=9223',
    '--inspect-brk=9223',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp',
    '--host-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors',
    '--screenshot=/tmp/shot.png',
    '--require=/tmp/code.js',
  ]) {
    const program = start(['--hidden', option]);
    expect(await program.exitCode(), `${option}: ${program.stderr}`).toBe(USAGE);
    expect(program.stderr).toContain('Unknown option');
    expect(program.stderr).not.toMatch(/listening/i);
  }
});

test('none comes in by the environment or by a signal', async ({ start, panel }) => {
  const asNode = start(['-e', 'console.log("node runs")'], { ELECTRON_RUN_AS_NODE: '1' });
  expect(await asNode.exitCode()).toBe(USAGE);
  expect(asNode.stdout).toBe('');

  const program = start(['--hidden'], {
    NODE_OPTIONS: '--inspect=9223 --trace-exit --title=taken',
    CRATEWATCH_BENCH_MARKS: '1',
  });
  const tray = await panel.item();
  expect((await readFile(`/proc/${program.pid}/comm`, 'utf8')).trim()).toBe('cratewatch');
  await tray.press('Quit');
  expect(await program.exitCode()).toBe(0);
  expect(program.stderr).not.toMatch(/listening/i);
  expect(program.stdout).toBe('');
});

test('the addresses of a development build lead nowhere', async ({ start, panel, session }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  const program = start([], {
    ELECTRON_RENDERER_URL: url,
    CRATEWATCH_API_URL: url,
    CRATEWATCH_ACCOUNTS_URL: url,
  });
  const tray = await panel.item();
  await expect.poll(() => session.display.windows()).toHaveLength(1);
  await expect.poll(() => session.display.colourCount()).toBeGreaterThan(100);
  await tray.press('Quit');
  expect(await program.exitCode()).toBe(0);
  expect(asked).toEqual([]);
  const log = await readFile(join(session.home, '.config/Cratewatch/logs/cratewatch.log'), 'utf8');
  expect(log).toContain('Addresses in the environment are ignored');
  await new Promise((resolve) => server.close(resolve));
});

test('code that lies beside the archive is not run', async ({ start, root }) => {
  const beside = '/opt/Cratewatch/resources/app';
  const code = `require("node:fs").writeSync(1, "other code\\n"); process.exit(7)`;
  await root.require('mkdir', beside);
  await root.require(
    'sh',
    '-c',
    `echo '{"main":"m.js","version":"9.9.9"}' > ${beside}/package.json`,
  );
  await root.require('sh', '-c', `echo '${code}' > ${beside}/m.js`);
  const program = start(['--version']);
  expect(await program.exitCode()).toBe(0);
  expect(program.stdout).toMatch(/^Cratewatch 0\./);
  await root.require('rm', '-r', beside);
});

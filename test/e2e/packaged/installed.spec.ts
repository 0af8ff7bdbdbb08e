import { chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { InstalledRoot, NOBODY } from './harness/installed-root.ts';

const unavailable = InstalledRoot.unavailable();
test.skip(unavailable !== null, unavailable ?? '');

test('starts from the menu entry, shows itself in the tray and opens a window in its sandbox', async ({
  start,
  panel,
  session,
  root,
}) => {
  const before = await root.require('find', '/opt/Cratewatch', '-printf', '%p %s %T@\n');
  const emptyDisplay = await session.display.colourCount();
  const program = start(['--sample', '--hidden']);
  const tray = await panel.item();
  await expect.poll(() => tray.menuLabels()).toContain('Open Cratewatch');
  expect((await tray.icon()).width).toBeGreaterThan(0);
  expect(await session.display.windows()).toEqual([]);

  await tray.press('Open Cratewatch');
  await expect
    .poll(() => session.display.windows())
    .toMatchObject([
      // What the menu entry says by StartupWMClass.
      { title: 'Cratewatch', className: 'Cratewatch', instance: 'cratewatch' },
    ]);
  expect(emptyDisplay).toBeLessThan(3);
  await expect.poll(() => session.display.colourCount()).toBeGreaterThan(100);

  const commands = await commandsBelow(program.pid);
  expect(commands.filter((command) => command.includes('--type=renderer'))).toHaveLength(1);
  expect(commands.filter((command) => command.includes('--no-sandbox'))).toEqual([]);

  await tray.press('Quit');
  expect(await program.exitCode()).toBe(0);
  expect(await root.require('find', '/opt/Cratewatch', '-printf', '%p %s %T@\n')).toBe(before);
});

test('keeps what it stores in the home of its user, and a log', async ({ start, session }) => {
  const program = start(['--sample', '--exit-after-sync']);
  expect(await program.exitCode(), program.stderr).toBe(0);
  expect(program.stdout).toMatch(/^Synced \d+ items in \d+ requests, \d+ changes, \d+\.\d s$/m);

  expect((await readdir(session.home)).sort()).toEqual(['.config']);
  expect(await readdir(join(session.home, '.config'))).toEqual(['Cratewatch']);
});

test('a second start opens the window of the first and ends', async ({ start, panel, session }) => {
  const first = start(['--sample', '--hidden']);
  await panel.item();
  const second = start(['--sample']);
  expect(await second.exitCode()).toBe(0);
  await expect.poll(() => session.display.windows()).toHaveLength(1);
  expect(first.hasEnded).toBe(false);
});

for (const [option, said] of [
  ['--version', /^Cratewatch \d+\.\d+\.\d+$/],
  ['--help', /^Usage: cratewatch \[options\]\n/],
] as const) {
  test(`${option} says so and ends`, async ({ start }) => {
    const program = start([option]);
    expect(await program.exitCode()).toBe(0);
    expect(program.stdout.trim()).toMatch(said);
  });
}

/** The command lines of a process and of all that it started. */
async function commandsBelow(pid: number): Promise<readonly string[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  const below = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map((child) => commandsBelow(Number(child))),
  );
  return [(await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' '), ...below.flat()];
}

test('asks the keychain by the binary that was shipped with it', async ({
  start,
  panel,
  session,
}) => {
  // The trace of an earlier sign-in; there is no keychain on this bus.
  const profile = join(session.home, '.config', 'Cratewatch');
  await mkdir(profile, { recursive: true });
  const marker = { clientId: '0'.repeat(32), accountKey: null, displayName: null };
  const settings = { session: { ...marker, authorizedAtMs: null, ended: null } };
  await writeFile(join(profile, 'settings.json'), JSON.stringify(settings));
  for (const path of [join(session.home, '.config'), profile, join(profile, 'settings.json')]) {
    await chown(path, NOBODY, NOBODY);
  }

  const program = start(['--hidden']);
  const tray = await panel.item();
  await expect.poll(() => tray.tooltip()).toMatch(/keychain/i);
  const loaded = await readFile(`/proc/${program.pid}/maps`, 'utf8');
  expect(loaded).toContain('/opt/Cratewatch/resources/app.asar.unpacked/node_modules/keytar/');
});

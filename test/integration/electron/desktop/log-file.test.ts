import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLogFile } from '../../../../electron/desktop/log-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cratewatch-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

const written = async () => await readFile(join(folder, 'logs', 'cratewatch.log'), 'utf8');

describe('the log file', () => {
  it('holds one redacted line for each entry, readable by its owner only', async () => {
    const log = await openLogFile({ folder: join(folder, 'logs'), toStderr: false });
    log.info('Check done', { items: 3 });
    log.error('Refused %s {text}', { header: 'Bearer abc', mail: 'anna@example.com' });
    const lines = (await written()).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info {2}Check done items=3$/);
    expect(lines[1]).toMatch(
      /Z error Refused %s \{text\} header="Bearer \[hidden\]" mail=\[e-mail\]$/,
    );
    if (process.platform !== 'win32') {
      expect((await stat(join(folder, 'logs', 'cratewatch.log'))).mode & 0o777).toBe(0o600);
    }
  });

  it('starts a new file at one megabyte and keeps one old one', async () => {
    const log = await openLogFile({ folder: join(folder, 'logs'), toStderr: false });
    const kilobyte = 'all is well '.repeat(85);
    for (let line = 0; line < 2_600; line += 1) {
      log.info(kilobyte);
    }
    expect((await readdir(join(folder, 'logs'))).sort()).toEqual([
      'cratewatch.log',
      'cratewatch.old.log',
    ]);
    for (const name of await readdir(join(folder, 'logs'))) {
      expect((await stat(join(folder, 'logs', name))).size).toBeLessThan(1.1 * 1024 * 1024);
    }
  });

  it('is bounded however long a line is', async () => {
    const log = await openLogFile({ folder: join(folder, 'logs'), toStderr: false });
    for (let line = 0; line < 3; line += 1) log.warn('é all is well '.repeat(400_000));
    expect((await written()).length).toBeLessThan(60_000);
    expect(await written()).toMatch(/ … \d+ more characters/);
  });

  it('stays bounded where two processes write to it', async () => {
    // A registry of its own for each, as in two processes.
    vi.resetModules();
    const one = await openLogFile({ folder: join(folder, 'logs'), toStderr: false });
    vi.resetModules();
    const other = await openLogFile({ folder: join(folder, 'logs'), toStderr: false });
    const kilobyte = 'all is well '.repeat(85);
    for (let line = 0; line < 2_000; line += 1) {
      one.info(kilobyte);
      other.info(kilobyte);
    }
    for (const name of await readdir(join(folder, 'logs'))) {
      expect((await stat(join(folder, 'logs', name))).size).toBeLessThan(2.2 * 1024 * 1024);
    }
  });

  it.skipIf(process.platform === 'win32')(
    'is closed to others where it was open before',
    async () => {
      await mkdir(join(folder, 'logs'));
      await writeFile(join(folder, 'logs', 'cratewatch.log'), 'older\n', { mode: 0o644 });
      const log = await openLogFile({ folder: join(folder, 'logs'), toStderr: false });
      log.info('newer');
      expect(await written()).toMatch(/^older\n.* newer\n$/);
      expect((await stat(join(folder, 'logs', 'cratewatch.log'))).mode & 0o777).toBe(0o600);
    },
  );

  it('goes on in a new folder when the old one is cleared away', async () => {
    const log = await openLogFile({ folder: join(folder, 'logs'), toStderr: false });
    log.info('before');
    await rm(join(folder, 'logs'), { recursive: true });
    log.info('lost');
    log.info('after');
    expect(await written()).toMatch(/^\S+ info {2}after\n$/);
  });

  it('says nothing on the terminal when it cannot be written', () => {
    const module = new URL('../../../../electron/desktop/log-file.ts', import.meta.url).href;
    const run = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `const { openLogFile } = await import(${JSON.stringify(module)});
         const log = await openLogFile({ folder: '/dev/null/logs', toStderr: false });
         log.error('unheard');`,
      ],
      { encoding: 'utf8' },
    );
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(run.stderr).not.toContain('electron-log');
  });

  it('is no reason to fail when it cannot be written', async () => {
    const log = await openLogFile({ folder: '/dev/null/logs', toStderr: false });
    expect(() => log.info('unheard')).not.toThrow();
  });
});

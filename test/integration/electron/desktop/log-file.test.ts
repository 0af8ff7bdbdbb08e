import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

  it('is no reason to fail when it cannot be written', async () => {
    const log = await openLogFile({ folder: '/dev/null/logs', toStderr: false });
    expect(() => log.info('unheard')).not.toThrow();
  });
});

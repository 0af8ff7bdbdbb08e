import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logTail } from '../../../../../electron/desktop/diagnostics/log-tail.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-tail-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_line, index) => `line ${first + index}\n`).join('');
const files = (): string[] => [join(folder, 'new.log'), join(folder, 'old.log')];

describe('the last lines of the log', () => {
  it('are those of the newer file where it has enough', async () => {
    writeFileSync(join(folder, 'new.log'), lines(1, 50));
    writeFileSync(join(folder, 'old.log'), 'old\n');
    expect(await logTail(files(), 2)).toEqual(['line 49', 'line 50']);
  });

  it('begin in the older file where the newer has too few', async () => {
    writeFileSync(join(folder, 'old.log'), lines(1, 9));
    writeFileSync(join(folder, 'new.log'), lines(10, 11));
    expect(await logTail(files(), 4)).toEqual(['line 8', 'line 9', 'line 10', 'line 11']);
  });

  it('are none where there is no log', async () => {
    expect(await logTail(files(), 100)).toEqual([]);
  });

  it('are whole lines of a large file, huge ones cut', async () => {
    writeFileSync(join(folder, 'new.log'), `${'x'.repeat(400_000)}\nshort\n${'y'.repeat(5_000)}\n`);
    const tail = await logTail(files(), 100);
    expect(tail).toEqual(['short', `${'y'.repeat(600)} …`]);
  });
});

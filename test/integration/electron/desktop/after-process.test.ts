import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { afterProcess } from '../../../../electron/desktop/start-again.ts';

const folder = mkdtempSync(join(tmpdir(), 'cratewatch-after-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(process.platform === 'win32')(
  'a program that follows another begins when that one is gone, with its very arguments',
  async () => {
    const first = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
    await once(first, 'spawn');
    const [shell, ...args] = afterProcess(first.pid ?? 0, [
      '/bin/sh',
      '-c',
      'printf "%s|" "$@"',
      'sh',
      'a b',
      '$(id)',
      '--hidden',
    ]);
    const next = spawn(shell, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let printed = '';
    let firstIsGone = false;
    next.stdout.on('data', (chunk: Buffer) => {
      expect(firstIsGone).toBe(true);
      printed += chunk.toString('utf8');
    });
    await once(next, 'spawn');
    first.on('exit', () => {
      firstIsGone = true;
    });
    first.stdin.end();
    await once(next, 'close');
    expect(printed).toBe('a b|$(id)|--hidden|');
  },
);

import { existsSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inStartTurn } from '../../../../electron/desktop/start-turn.ts';

const NOW_MS = Date.UTC(2026, 10, 21, 12);

let folder: string;
let file: string;
let warnings: string[];
let pauses: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-turn-'));
  file = join(folder, 'starting.lock');
  warnings = [];
  pauses = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start<T>(act: () => T, onPause: () => void = () => undefined, where = folder): T {
  const logger = { warn: (message: string) => void warnings.push(message) };
  const pause = (): void => {
    pauses += 1;
    onPause();
  };
  return inStartTurn({ folder: where, nowMs: () => NOW_MS, pause, logger }, act);
}

/** Another start has its turn since then. */
function anotherStarts(sinceMs: number): void {
  writeFileSync(file, '');
  utimesSync(file, (NOW_MS - sinceMs) / 1_000, (NOW_MS - sinceMs) / 1_000);
}

describe('a start', () => {
  it('has its turn alone, and leaves nothing behind', () => {
    expect(start(() => existsSync(file))).toBe(true);
    expect(existsSync(file)).toBe(false);
    expect(warnings).toEqual([]);
  });

  it('ends its turn when what it does fails', () => {
    const failing = (): never => {
      throw new Error('no');
    };
    expect(() => start(failing)).toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('makes the folder of a first start', () => {
    const fresh = join(folder, 'not', 'there', 'yet');
    expect(start(() => statSync(fresh).isDirectory(), undefined, fresh)).toBe(true);
  });

  it('waits for the end of the turn before', () => {
    anotherStarts(0);
    const endsAtThird = (): void => {
      if (pauses === 3) rmSync(file);
    };
    start(() => expect(pauses).toBe(3), endsAtThird);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['a start that was killed in its turn', 5_001],
    ['a clock that was set back', -5_001],
  ])('does not wait for what is left by %s', (_name, sinceMs) => {
    anotherStarts(sinceMs);
    start(() => expect(existsSync(file)).toBe(true));
    expect(pauses).toBe(0);
    expect(existsSync(file)).toBe(false);
  });

  it('goes on without its turn after 2 s, and leaves the other its own', () => {
    anotherStarts(0);
    expect(start(() => 'started')).toBe('started');
    expect(pauses).toBe(200);
    expect(existsSync(file)).toBe(true);
    expect(warnings).toEqual(['Another start of Cratewatch takes long']);
  });

  it('goes on where its folder cannot be made', () => {
    writeFileSync(join(folder, 'in-the-way'), '');
    const impossible = join(folder, 'in-the-way', 'profile');
    expect(start(() => 'started', undefined, impossible)).toBe('started');
    expect(warnings).toEqual(['Starts at the same moment cannot queue']);
  });
});

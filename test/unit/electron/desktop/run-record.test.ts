import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FormerEnd,
  formerEnd,
  RunKeeper,
  type RunRecord,
  shouldDrawInSoftware,
} from '../../../../electron/desktop/run-record.ts';
import { type Clock, systemClock } from '../../../../shared/clock.ts';
import { silentLogger } from '../../../../shared/logger.ts';

const BOOT = 1_000_000_000;
const NOW = BOOT + 50_000;
const clockAt = (nowMs: number, uptimeMs: number): Clock => ({
  ...systemClock,
  nowMs: () => nowMs,
  uptimeMs: () => uptimeMs,
});
const clock = clockAt(NOW, NOW - BOOT);
const record: RunRecord = { bootedAtMs: BOOT, end: 'none', restartedAtMs: null, gpuCrashes: 0 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const next = (at: Clock = clock): RunKeeper => new RunKeeper(folder, at, silentLogger);

describe('how the run before ended', () => {
  it.each<readonly [string, RunRecord | null, number | null, FormerEnd]>([
    ['nothing is known', null, BOOT, 'unknown'],
    ['it said so itself', { ...record, end: 'clean' }, BOOT, 'clean'],
    ['it said so, before another start of the machine', { ...record, end: 'clean' }, 9, 'clean'],
    ['for a restart', { ...record, end: 'restart' }, BOOT, 'restart'],
    ['it said nothing', record, BOOT, 'broken-off'],
    ['it said nothing, and the clock was set a little', record, BOOT + 59_999, 'broken-off'],
    ['the machine was started since', record, BOOT + 60_000, 'with-machine'],
    ['the clock was set back far', record, BOOT - 86_400_000, 'with-machine'],
    ['the machine does not say when it started', record, null, 'broken-off'],
  ])('%s', (_name, former, bootedAtMs, end) => {
    expect(formerEnd(former, bootedAtMs)).toBe(end);
  });

  it.each<readonly [number, FormerEnd, boolean]>([
    [2, 'broken-off', false],
    [3, 'broken-off', true],
    [9, 'clean', false],
    [9, 'with-machine', false],
    [9, 'restart', false],
  ])(
    'draws in software after %i crashes of drawing and an end that was %s: %s',
    (gpuCrashes, end, is) => {
      expect(shouldDrawInSoftware({ ...record, gpuCrashes }, end)).toBe(is);
    },
  );
});

describe('the record of a run', () => {
  it('tells the next one of an end that was none', () => {
    expect(next().formerEnd).toBe('unknown');
    expect(next().formerEnd).toBe('broken-off');
    next().end();
    const after = next();
    expect(after.formerEnd).toBe('clean');
    expect(after.notice).toBeNull();
  });

  it('tells the next one of a restart, once, and remembers when it was', () => {
    const first = next();
    first.restarts(NOW);
    first.end();
    const second = next();
    expect(second.notice).toEqual({ kind: 'restarted-after-fault', id: 'fault', atMs: NOW });
    expect(second.restartedAtMs).toBe(NOW);
    second.end();
    expect(next().notice).toBeNull();
    expect(next().restartedAtMs).toBe(NOW);
  });

  it('counts crashes of drawing of its own run alone', () => {
    const first = next();
    for (let count = 0; count < 3; count += 1) first.gpuCrashed();
    const second = next();
    expect(shouldDrawInSoftware(second.former, second.formerEnd)).toBe(true);
    const third = next();
    expect(shouldDrawInSoftware(third.former, third.formerEnd)).toBe(false);
  });

  it('is for its user alone', () => {
    next();
    expect(statSync(join(folder, 'run.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', 'null', '[]', '7', '{"end":"?"}', '{"end":{}}', 'x'.repeat(100_000)])(
    'that is damaged counts as none: %j',
    (content) => {
      writeFileSync(join(folder, 'run.json'), content);
      expect(next().formerEnd).toBe('unknown');
      expect(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))).toMatchObject({
        end: 'none',
      });
    },
  );

  it('takes times that are none for unknown', () => {
    writeFileSync(
      join(folder, 'run.json'),
      '{"end":"restart","restartedAtMs":"soon","bootedAtMs":null,"gpuCrashes":"many"}',
    );
    const keeper = next();
    expect(keeper.notice).toBeNull();
    expect(keeper.former?.gpuCrashes).toBe(0);
  });

  it('that cannot be written stops nothing, and says that the next run will not know', () => {
    writeFileSync(join(folder, 'file'), '');
    const inNoFolder = () => new RunKeeper(join(folder, 'file', 'none'), clock, silentLogger);
    const keeper = inNoFolder();
    expect(keeper.restarts(NOW)).toBe(false);
    keeper.end();
    expect(inNoFolder().restartedAtMs).toBeNull();
    expect(next().restarts(NOW)).toBe(true);
  });
});

import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BenchRow, BenchSurroundings, Measurement } from './measurement.ts';
import { median } from './median.ts';
import { treeMemoryMib } from './process-tree.ts';
import { type ProgramStarter, startProgram } from './program.ts';
import { ratioRow } from './row.ts';

const runs = 3;
const settledWithin = 0.01;
const settleLimitMs = 30_000;

/** Memory once it has stopped moving: three looks in a row, a second apart, within one per cent. */
async function settledMib(pid: number): Promise<number> {
  const endMs = Date.now() + settleLimitMs;
  let calm = 0;
  let last = treeMemoryMib(pid);
  while (calm < 3 && Date.now() < endMs) {
    await delay(1_000);
    const now = treeMemoryMib(pid);
    calm = Math.abs(now - last) <= last * settledWithin ? calm + 1 : 0;
    last = now;
  }
  return last;
}

interface Case {
  readonly id: string;
  readonly budget: number | null;
  readonly mark: string;
  readonly bareOptions: readonly string[];
  readonly ourOptions: readonly string[];
}

const cases: readonly Case[] = [
  {
    id: 'memory-no-window',
    budget: 1.25,
    mark: 'tray-shown',
    bareOptions: [],
    ourOptions: ['--hidden'],
  },
  {
    id: 'memory-with-window',
    budget: null,
    mark: 'window-content',
    bareOptions: ['--window'],
    ourOptions: [],
  },
];

async function memoryMib(
  starter: ProgramStarter,
  mark: string,
  options: readonly string[],
): Promise<number> {
  const program = startProgram(starter, options);
  try {
    await program.mark(mark);
    return await settledMib(program.pid);
  } finally {
    await program.end();
  }
}

async function measureCase(one: Case, surroundings: BenchSurroundings): Promise<BenchRow> {
  const { cratewatch, bare, workFolder } = surroundings;
  const profile = (name: string) => `--user-data-dir=${join(workFolder, `${name}-${one.id}`)}`;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    theirs.push(await memoryMib(bare, one.mark, [...one.bareOptions, profile('bare')]));
    ours.push(await memoryMib(cratewatch, one.mark, [...one.ourOptions, profile('ours')]));
  }
  return ratioRow({
    id: one.id,
    value: median(ours),
    unit: 'MiB',
    baseline: median(theirs),
    budget: one.budget,
  });
}

/** PSS of the process tree, with no window and with one. */
export const memory: readonly Measurement[] = cases.map((one) => ({
  ids: [one.id],
  measure: async (surroundings) => [await measureCase(one, surroundings)],
}));

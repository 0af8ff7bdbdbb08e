import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { HeldLock } from '../../../../../electron/session/process-lock.ts';
import { openSqliteProcessLock } from '../../../../../electron/storage/sqlite-process-lock.ts';

// Takes and releases the lock that its first argument names, as its parent says.
const lock = openSqliteProcessLock(process.argv[2] ?? '');
let held: HeldLock | null = null;

const orderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('take') }),
  z.object({ kind: z.literal('release') }),
  z.object({
    kind: z.literal('count'),
    file: z.string(),
    times: z.number(),
    locked: z.boolean(),
  }),
]);
export type LockOrder = z.infer<typeof orderSchema>;
export type LockAnswer = 'held' | 'taken' | 'released' | 'counted' | `failed: ${string}`;

process.on('message', (message) => {
  obey(orderSchema.parse(message)).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.(`failed: ${String(error)}` satisfies LockAnswer),
  );
});

async function obey(order: LockOrder): Promise<LockAnswer> {
  switch (order.kind) {
    case 'take':
      held = await lock.tryAcquire();
      return held === null ? 'taken' : 'held';
    case 'release':
      held?.release();
      return 'released';
    case 'count':
      for (let count = 0; count < order.times; count += 1) {
        const turn = order.locked ? await patiently() : null;
        await increment(order.file);
        turn?.release();
      }
      return 'counted';
  }
}

async function patiently(): Promise<HeldLock> {
  for (;;) {
    const taken = await lock.tryAcquire();
    if (taken !== null) {
      return taken;
    }
    await otherTurn();
  }
}

/** Reads, lets others run, writes: two that do so at once lose one of the steps. */
async function increment(file: string): Promise<void> {
  const value = Number(readFileSync(file, 'utf8'));
  await otherTurn();
  writeFileSync(file, String(value + 1));
}

function otherTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

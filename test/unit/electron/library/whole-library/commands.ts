import fc from 'fast-check';
import { anyDeed, type Deed } from './deed.ts';
import { anyDisturbedReading, anyTrouble, type DisturbedReading, type Trouble } from './trouble.ts';
import type { World } from './world.ts';

/** A step of a schedule. All of them are possible at any time. */
class Step implements fc.AsyncCommand<object, World> {
  readonly #text: string;
  readonly #run: (world: World) => Promise<void>;

  constructor(text: string, run: (world: World) => Promise<void>) {
    this.#text = text;
    this.#run = run;
  }

  check(): boolean {
    return true;
  }

  run(_: object, world: World): Promise<void> {
    return this.#run(world);
  }

  toString(): string {
    return this.#text;
  }
}

const live = (deeds: readonly Deed[]) =>
  new Step(`live ${JSON.stringify(deeds)}`, async (world) => {
    for (const deed of deeds) {
      world.do(deed);
    }
  });
const arm = (trouble: Trouble) =>
  new Step(`arm ${JSON.stringify(trouble)}`, async (world) => world.arm(trouble));
/** Something happens, and then a check at which something goes wrong. */
const checkAfter = (deeds: readonly Deed[], trouble: Trouble) =>
  new Step(`check after ${JSON.stringify({ deeds, trouble })}`, async (world) => {
    for (const deed of deeds) {
      world.do(deed);
    }
    world.arm(trouble);
    await world.checkByHand();
  });
const readDisturbed = (reading: DisturbedReading) =>
  new Step(`read ${JSON.stringify(reading)}`, (world) => world.readDisturbed(reading));
const killAtWrite = (nth: number) =>
  new Step(`kill at write ${nth}`, async (world) => world.killAtWrite(nth));
const wait = (minutes: number) =>
  new Step(`wait ${minutes} minutes`, (world) => world.wait(minutes));
const sleep = (hours: number) => new Step(`sleep ${hours} hours`, (world) => world.sleep(hours));
const pause = (hours: number) => new Step(`pause ${hours} hours`, (world) => world.pause(hours));
const checkByHand = new Step('check by hand', async (world) => {
  await world.checkByHand();
});
const kill = new Step('kill', (world) => world.kill());
const checkInPeace = new Step('check in peace', async (world) => {
  throwIfAny(await world.checkInPeace());
});

const someDeeds = fc.array(anyDeed, { minLength: 1, maxLength: 6 });

/** A schedule of checks, faults, restarts and blocks, and what happens in the library meanwhile. */
export const anySchedule = fc.commands<object, World, false>(
  [
    someDeeds.map(live),
    anyTrouble.map(arm),
    ...Array.from({ length: 4 }, () => anyDisturbedReading.map(readDisturbed)),
    fc.integer({ min: 1, max: 300 }).map(killAtWrite),
    ...Array.from({ length: 2 }, () =>
      fc.tuple(someDeeds, anyTrouble).map(([deeds, trouble]) => checkAfter(deeds, trouble)),
    ),
    fc.integer({ min: 1, max: 600 }).map(wait),
    fc.integer({ min: 1, max: 100 }).map(sleep),
    fc.constant(checkByHand),
    fc.constant(kill),
    fc.integer({ min: 1, max: 30 }).map(pause),
    fc.constant(checkInPeace),
    fc.constant(checkInPeace),
  ],
  { maxCommands: 16 },
);

/** Something is lost or invented: says all of it. */
export function throwIfAny(complaints: readonly { kind: string; text: string }[]): void {
  if (complaints.length > 0) {
    throw new Error(complaints.map(({ kind, text }) => `${kind}: ${text}`).join('\n'));
  }
}

export const anyBeginning = fc.record({
  strangers: fc.constantFrom(1, 1, 1, 50),
  troubles: fc.array(anyTrouble, { maxLength: 2 }),
});

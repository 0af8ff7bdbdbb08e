import type { ApiFailure, ApiResult } from '../../../../../electron/spotify/api-failure.ts';
import type { SpotifyApi } from '../../../../../electron/spotify/spotify-api.ts';
import type { Interference } from '../../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { memoryDatabase } from '../../../../doubles/watched-library.ts';
import { aroundCalls } from '../../../../harness/around-calls.ts';
import {
  auditLibrary,
  auditNow,
  auditUntilNow,
} from '../../../../harness/random-life/audit-library.ts';
import type { Complaint } from '../../../../harness/random-life/complaint.ts';
import type { Sighting } from '../../../../harness/random-life/sighting.ts';
import { readToldLibrary, type ToldLibrary } from '../../../../harness/random-life/told-library.ts';
import { isOrdered, type ListKey } from '../../../../harness/random-life/truth.ts';
import type { Deed } from './deed.ts';
import { FakeLife } from './fake-life.ts';
import { type Lie, lyingAnswer } from './lying-page.ts';
import { MortalApp } from './mortal-app.ts';
import type { DisturbedReading, Trouble } from './trouble.ts';

type FakeRequest = Parameters<Interference>[0];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What a request takes: half of it before Spotify makes up its answer. */
const HALF_A_REQUEST_MS = 150;
const DEED_MS = 1_000;
/** Everything is looked at within 14 days, and what was refused is asked for again meanwhile. */
const MOST_DAYS_TO_SETTLE = 40;

export interface Beginning {
  /** Playlists of others; with many of them the list of playlists has more than one page. */
  readonly strangers: number;
  readonly troubles: readonly Trouble[];
}

/** A library that is lived in, an app that watches it, and everything that goes wrong. */
export class World {
  readonly clock = new ManualClock();
  readonly life: FakeLife;
  readonly #database = memoryDatabase();
  readonly #api: SpotifyApi;
  readonly #sightings: Sighting[] = [];
  #app: MortalApp;
  #troubles: { readonly trouble: Trouble; left: number }[] = [];
  #blockedUntilMs = 0;
  /** About the answer that is on its way. */
  #lying: Lie | null = null;

  private constructor(strangers: number) {
    this.life = new FakeLife(this.clock, strangers);
    this.life.api.interfere = (request) => this.#onRequest(request);
    this.#api = aroundCalls<SpotifyApi>(this.life.api, (call) => this.#lie(call()));
    this.#app = this.#newApp();
  }

  /** The first pass begins, and already something can go wrong. */
  static async begin({ strangers, troubles }: Beginning): Promise<World> {
    const world = new World(strangers);
    for (const trouble of troubles) {
      world.arm(trouble);
    }
    await world.#watch();
    return world;
  }

  do(deed: Deed): void {
    this.clock.jump(DEED_MS);
    this.life.do(deed);
  }

  arm(trouble: Trouble): void {
    this.#troubles.push({ trouble, left: trouble.when.nth });
  }

  /** The app is killed in the middle of the so manieth statement from now on that writes. */
  killAtWrite(nth: number): void {
    this.#app.killAtWrite(nth);
  }

  /** A list is another one, so that it has to be read from end to end, and that is disturbed. */
  async readDisturbed({ of, edit, trouble }: DisturbedReading): Promise<void> {
    // Some of them are looked at once a day.
    this.clock.jump(25 * HOUR_MS);
    this.life.edit(of, this.life.longestPlaylistId, edit);
    this.arm(trouble);
    await this.checkByHand();
  }

  /** Time goes by, and the app does what it does by itself. */
  async wait(minutes: number): Promise<void> {
    await this.clock.advance(minutes * MINUTE_MS);
    await this.#startIfKilled();
  }

  /** The machine sleeps and wakes. */
  async sleep(hours: number): Promise<void> {
    this.clock.jump(hours * HOUR_MS);
    this.#app.library.reconsider();
    await this.wait(1);
  }

  async checkByHand(): Promise<boolean> {
    const { library, killed } = this.#app;
    const start = await library.checkNow();
    if (start.kind === 'not-now') {
      return false;
    }
    const outcome = await Promise.race([start.outcome, killed]);
    await this.#startIfKilled();
    return outcome?.kind === 'done';
  }

  async kill(): Promise<void> {
    this.#app.kill();
    await this.#startIfKilled();
  }

  async pause(hours: number): Promise<void> {
    await this.#app.library.pause(this.clock.nowMs() + hours * HOUR_MS);
  }

  /**
   * Nothing goes wrong any more and nothing happens, until a check was done from its beginning to
   * its end. Answers what of it is not known afterwards, or wrongly.
   */
  async checkInPeace(): Promise<readonly Complaint[]> {
    await this.#makePeace();
    await this.#checkDone();
    const startMs = this.clock.nowMs();
    await this.#checkDone();
    const told = await this.#told('last');
    const keys = [...this.life.log.now.lists.keys()].filter((key) =>
      this.#mustBeKnown(key, told, startMs),
    );
    this.#sightings.push({ atMs: this.clock.nowMs(), keys });
    return auditNow(this.life.log, told, (key) => keys.includes(key));
  }

  /** Lets the app look at everything in its own time, and audits all that it knows and told. */
  async end(): Promise<readonly Complaint[]> {
    await this.#makePeace();
    for (let day = 0; day < MOST_DAYS_TO_SETTLE; day += 1) {
      await this.sleep(24);
      if (day > 1 && auditUntilNow(this.life.log, await this.#told('last')).length === 0) {
        break;
      }
    }
    const complaints = auditLibrary(this.life.log, await this.#told('everything'), this.#sightings);
    await this.#app.library.close();
    this.#database.close();
    return complaints;
  }

  #told(only: 'everything' | 'last'): Promise<ToldLibrary> {
    return readToldLibrary(this.#database, this.life.api.accountKey, only);
  }

  async #makePeace(): Promise<void> {
    this.#troubles = [];
    this.#app.killAtWrite(Number.POSITIVE_INFINITY);
    await this.#app.library.resume();
    this.clock.jump(Math.max(0, this.#blockedUntilMs - this.clock.nowMs()));
  }

  async #checkDone(): Promise<void> {
    for (let tries = 0; tries < 50; tries += 1) {
      await this.wait(16);
      if (await this.checkByHand()) {
        return;
      }
    }
    throw new Error('No check comes to its end.');
  }

  /** By the head of a list of several pages without order, something can be hidden for a while. */
  #mustBeKnown(key: ListKey, told: ToldLibrary, startMs: number): boolean {
    if (isOrdered(key)) {
      return true;
    }
    const states = told.lists.find((list) => list.key === key)?.states;
    const isOnePage = (states?.at(-1)?.rows.length ?? 0) <= 50;
    const hasHead = key === 'saved-albums' || key === 'saved-episodes';
    return (states?.at(-1)?.unchangedUntilMs ?? 0) >= startMs && (isOnePage || !hasHead);
  }

  #newApp(): MortalApp {
    return new MortalApp(this.clock, this.#database, this.#api);
  }

  async #watch(): Promise<void> {
    await this.#app.library.watch({ key: this.life.api.accountKey, displayName: 'Me' });
    await this.wait(1);
  }

  async #startIfKilled(): Promise<void> {
    if (!this.#app.isAlive) {
      this.#app = this.#newApp();
      await this.#watch();
    }
  }

  #onRequest(request: FakeRequest): ApiFailure | null {
    this.clock.jump(HALF_A_REQUEST_MS);
    this.#lying = null;
    let failure = this.#blocked();
    for (const armed of this.#troubles) {
      const { endpoint } = armed.trouble.when;
      if (endpoint === null || endpoint === request.endpoint) {
        armed.left -= 1;
        failure = this.#meet(armed.trouble, armed.left, request) ?? failure;
      }
    }
    this.clock.jump(HALF_A_REQUEST_MS);
    return failure;
  }

  /** @param left - 0 at the request that was meant, and less after it */
  #meet(trouble: Trouble, left: number, { endpoint, id }: FakeRequest): ApiFailure | null {
    if (left > 0 || left <= -('times' in trouble ? trouble.times : 1)) {
      return null;
    }
    switch (trouble.kind) {
      case 'failure':
        return trouble.failure;
      case 'quota':
        this.#blockedUntilMs = this.clock.nowMs() + trouble.hours * HOUR_MS;
        return this.#blocked();
      case 'deeds':
        for (const deed of trouble.deeds) {
          this.life.do(deed);
        }
        return null;
      case 'edits':
        for (const edit of trouble.edits) {
          this.life.edit(endpoint, id, edit);
        }
        return null;
      case 'lie':
        this.#lying = trouble.lie;
        return null;
      case 'kill':
        this.#app.kill();
        return null;
    }
  }

  #blocked(): ApiFailure | null {
    const untilMs = this.#blockedUntilMs;
    return untilMs > this.clock.nowMs()
      ? { kind: 'not-now', reason: 'quota-exhausted', untilMs }
      : null;
  }

  #lie(result: unknown): unknown {
    return result instanceof Promise
      ? result.then((answer: ApiResult<unknown>) =>
          this.#lying === null ? answer : lyingAnswer(answer, this.#lying),
        )
      : result;
  }
}

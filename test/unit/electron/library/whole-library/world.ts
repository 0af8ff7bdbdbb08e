import type { ApiFailure, ApiResult } from '../../../../../electron/spotify/api-failure.ts';
import type { SpotifyApi } from '../../../../../electron/spotify/spotify-api.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { memoryDatabase } from '../../../../doubles/watched-library.ts';
import {
  auditLibrary,
  auditNow,
  auditUntilNow,
} from '../../../../harness/random-life/audit-library.ts';
import type { Complaint } from '../../../../harness/random-life/complaint.ts';
import { readToldLibrary, type ToldLibrary } from '../../../../harness/random-life/told-library.ts';
import { isOrdered, type ListKey } from '../../../../harness/random-life/truth.ts';
import type { Deed } from './deed.ts';
import { FakeLife } from './fake-life.ts';
import { lyingAnswer } from './lying-page.ts';
import { aroundCalls, MortalApp } from './mortal-app.ts';
import type { Trouble } from './trouble.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What a request takes: half of it before Spotify makes up its answer. */
const HALF_A_REQUEST_MS = 150;
const DEED_MS = 1_000;
/** Everything is looked at within 14 days, and what was refused is asked for again meanwhile. */
const MOST_DAYS_TO_SETTLE = 40;

/** A library that is lived in, an app that watches it, and everything that goes wrong. */
export class World {
  readonly clock = new ManualClock();
  readonly life = new FakeLife(this.clock);
  readonly #database = memoryDatabase();
  readonly #api: SpotifyApi;
  #app: MortalApp;
  #troubles: { readonly trouble: Trouble; left: number }[] = [];
  #blockedUntilMs = 0;

  private constructor() {
    this.life.api.interfere = () => this.#onRequest();
    this.#api = aroundCalls<SpotifyApi>(this.life.api, (_, call) => this.#lie(call()));
    this.#app = this.#newApp();
  }

  static async begin(): Promise<World> {
    const world = new World();
    await world.#watch();
    return world;
  }

  do(deed: Deed): void {
    this.clock.jump(DEED_MS);
    this.life.do(deed);
  }

  arm(trouble: Trouble): void {
    if (trouble.kind === 'kill-at-write') {
      this.#app.killAtWrite(trouble.at);
    } else {
      this.#troubles.push({ trouble, left: trouble.at });
    }
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
    return auditNow(this.life.log, told, (key) => this.#mustBeKnown(key, told, startMs));
  }

  /** Lets the app look at everything in its own time, and audits all that it knows and told. */
  async end(): Promise<readonly Complaint[]> {
    await this.#makePeace();
    for (let day = 0; day < MOST_DAYS_TO_SETTLE; day += 1) {
      await this.sleep(24);
      if (day > 1 && auditUntilNow(this.life.log, await this.#told('everything')).length === 0) {
        break;
      }
    }
    const complaints = auditLibrary(this.life.log, await this.#told('everything'));
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

  #onRequest(): ApiFailure | null {
    this.clock.jump(HALF_A_REQUEST_MS);
    const failure = this.#meetTroubles();
    this.clock.jump(HALF_A_REQUEST_MS);
    return failure;
  }

  #meetTroubles(): ApiFailure | null {
    let failure: ApiFailure | null = this.#blocked();
    for (const armed of this.#troubles) {
      armed.left -= 1;
      const { trouble } = armed;
      if (trouble.kind === 'failure' && armed.left <= 0 && armed.left > -trouble.times) {
        failure ??= trouble.failure;
      } else if (armed.left !== 0) {
        continue;
      } else if (trouble.kind === 'quota') {
        this.#blockedUntilMs = this.clock.nowMs() + trouble.hours * HOUR_MS;
        failure ??= this.#blocked();
      } else if (trouble.kind === 'deeds') {
        for (const deed of trouble.deeds) {
          this.life.do(deed);
        }
      } else if (trouble.kind === 'kill-at-request') {
        this.#app.kill();
      }
    }
    return failure;
  }

  #blocked(): ApiFailure | null {
    const untilMs = this.#blockedUntilMs;
    return untilMs > this.clock.nowMs()
      ? { kind: 'not-now', reason: 'quota-exhausted', untilMs }
      : null;
  }

  #lie(result: unknown): unknown {
    return result instanceof Promise
      ? result.then((answer: ApiResult<unknown>) => {
          const lie = this.#troubles.find(
            ({ trouble, left }) => trouble.kind === 'lie' && left === 0,
          )?.trouble;
          return lie?.kind === 'lie' ? lyingAnswer(answer, lie.lie) : answer;
        })
      : result;
  }
}

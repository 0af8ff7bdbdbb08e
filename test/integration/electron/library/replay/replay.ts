import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_USER } from '../../../../../electron/sample-service/collection/sample-user.ts';
import type { SampleService } from '../../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../../electron/sample-service/start-sample-service.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { settled } from '../../spotify/harness/open-api.ts';
import { signInToSample } from '../../spotify/harness/sample-session.ts';
import { KillableApp } from '../harness/killable-app.ts';
import type { Version } from './playlist-history.ts';

/** Where it is there: thousands of transactions do not have to wait for a disk here. */
const MEMORY_FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const HOUR_MS = 3_600_000;
/** No trouble that is made here lasts longer. */
const LONGEST_CHECK_MS = 48 * HOUR_MS;
/** Waits within a call are shorter; time limits of an exchange are longer. */
const LONGEST_WAIT_INSIDE_A_CALL_MS = 10_000;
const NOTHING_ELSE = { savedTracks: 0, ownPlaylists: 0, followedPlaylists: 0, itemsPerPlaylist: 0 };

/** What a look at the library must have found. */
export interface Sighting {
  /** The end of the first check that must have found it … */
  readonly fromMs: number;
  /** … and of the last one that must have found nothing else. */
  readonly untilMs: number;
  readonly version: Version;
}

/** From when on a playlist was as this version says. */
export interface Put {
  readonly fromMs: number;
  readonly version: Version;
}

export interface ReplayOptions {
  readonly random: () => number;
  readonly startMs: number;
  readonly onlyLightChecks?: boolean;
}

/** The histories of playlists, put into the service version by version under the app's eyes. */
export class Replay {
  readonly service: SampleService;
  readonly clock: ManualClock;
  /** What really stood in each playlist and from when on, by its id; oldest first. */
  readonly puts = new Map<string, Put[]>();
  /** What must be known of the past, by the playlist's id; oldest first. */
  readonly sightings = new Map<string, Sighting[]>();
  app: KillableApp;
  kills = 0;
  /** Called with each run of the app after the first. */
  onStart: (app: KillableApp) => void = () => undefined;
  readonly #folder: string;

  private constructor(
    service: SampleService,
    clock: ManualClock,
    app: KillableApp,
    folder: string,
  ) {
    this.service = service;
    this.clock = clock;
    this.app = app;
    this.#folder = folder;
  }

  /** The app has ended its first pass over an empty library. */
  static async begin({ random, startMs, onlyLightChecks = false }: ReplayOptions): Promise<Replay> {
    const folder = mkdtempSync(join(MEMORY_FOLDER, 'cratewatch-replay-'));
    const clock = new ManualClock(startMs);
    const service = await startSampleService({
      clock,
      seed: 24,
      redirectUris: [],
      tokenLifeSeconds: 1_000_000_000,
      library: NOTHING_ELSE,
    });
    const app = await KillableApp.start({
      clock,
      random,
      folder,
      apiUrl: service.apiUrl,
      accountKey: SAMPLE_USER.accountId,
      session: await signInToSample(service),
      budget: { perDay: 1_000_000, perFamilyPerDay: 1_000_000 },
      onlyLightChecks,
    });
    const replay = new Replay(service, clock, app, folder);
    await replay.check();
    return replay;
  }

  put(version: Version): void {
    const { id } = version.playlist;
    this.service.library.putPlaylist(version.playlist);
    const puts = this.puts.get(id) ?? [];
    puts.push({ fromMs: this.clock.nowMs(), version });
    this.puts.set(id, puts);
  }

  /** The machine sleeps up to this time, if it is not past. */
  sleepUntil(atMs: number): void {
    this.clock.jump(Math.max(0, atMs - this.clock.nowMs()));
  }

  /** Lets the machine wake, and a check be done, however often it is broken off and killed. */
  async check(): Promise<void> {
    const startMs = this.clock.nowMs();
    this.app.library.reconsider();
    for (;;) {
      const dueInMs = this.clock.nextDueInMs ?? HOUR_MS;
      if (!this.app.isAlive) {
        this.kills += 1;
        this.app = await settled(this.clock, this.app.startAgain());
        this.onStart(this.app);
      } else if (this.app.isBusy) {
        await this.clock.advance(dueInMs <= LONGEST_WAIT_INSIDE_A_CALL_MS ? dueInMs : 0);
      } else {
        const { monitor, lastCheckAtMs } = await this.app.library.status();
        if (monitor.kind === 'watching' && (lastCheckAtMs ?? 0) > startMs) {
          return;
        }
        if (this.clock.nowMs() > startMs + LONGEST_CHECK_MS) {
          throw new Error(`The check does not come to its end: ${JSON.stringify(monitor)}`);
        }
        await this.clock.advance(Math.min(dueInMs, HOUR_MS));
      }
    }
  }

  /** A check has just come to its end undisturbed: what is there now must be known for ever. */
  expectSeen(): void {
    const atMs = this.clock.nowMs();
    for (const [id, puts] of this.puts) {
      const version = puts.at(-1)?.version;
      const seen = this.sightings.get(id) ?? [];
      const last = seen.at(-1);
      if (version !== undefined && last?.version === version) {
        seen.splice(-1, 1, { ...last, untilMs: atMs });
      } else if (version !== undefined) {
        seen.push({ fromMs: atMs, untilMs: atMs, version });
        this.sightings.set(id, seen);
      }
    }
  }

  async end(): Promise<void> {
    await settled(this.clock, this.app.close());
    await this.service.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

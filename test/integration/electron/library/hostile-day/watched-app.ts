import type { ApiResult } from '../../../../../electron/spotify/api-failure.ts';
import type { Change } from '../../../../../shared/change.ts';
import type { LibraryStatus } from '../../../../../shared/library-status.ts';
import { type PlainLibrary, storedItems, storedLibrary } from '../harness/stored-library.ts';
import { AppRun, type AppRunOptions } from './app-run.ts';

/** How the library stood when its first pass had ended. */
export interface Baseline {
  readonly library: PlainLibrary;
  readonly atMs: number;
  /** Requests that it took, those that failed included. */
  readonly requests: number;
}

/** What the app knows. */
export interface SeenByApp {
  readonly library: PlainLibrary;
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly status: LibraryStatus;
  /** Every item as it is known, as `storedItems` writes it. */
  readonly items: readonly string[];
}

/** The app over all its runs, and what its user sees of it. */
export class WatchedApp {
  /** How the user's connection tests ended, and why the monitor stood still meanwhile. */
  readonly connectionTests: { readonly monitor: string; readonly end: string }[] = [];
  baseline: Baseline | null = null;
  /** Null while the app does not run. */
  run: AppRun | null = null;
  readonly #options: AppRunOptions;
  readonly #requestsSoFar: () => number;
  readonly #runs: AppRun[] = [];
  #monitor = 'starting';

  constructor(options: AppRunOptions, requestsSoFar: () => number) {
    this.#options = options;
    this.#requestsSoFar = requestsSoFar;
  }

  async start(): Promise<void> {
    const run = await AppRun.start(this.#options);
    this.run = run;
    this.#runs.push(run);
    run.library.statusChanged.subscribe((status) => this.#look(run, status));
  }

  kill(): void {
    this.run?.kill();
    this.run = null;
  }

  /** The system is online again. */
  expectNetwork(): void {
    this.run?.api.expectNetwork();
    this.run?.library.reconsider();
  }

  /** As the user does it; the outcome shows in what is stored. */
  checkNow(): void {
    void this.run?.library.checkNow();
  }

  async testConnection(): Promise<void> {
    const monitor = this.#monitor;
    const result = await this.run?.api.profile({ origin: 'by-hand' });
    if (result !== undefined) {
      this.connectionTests.push({ monitor, end: endOf(result) });
    }
  }

  async seen(): Promise<SeenByApp> {
    const { run } = this;
    if (run === null) {
      throw new Error('The app does not run.');
    }
    const page = await run.library.changes({ filter: 'all', offset: 0, count: 1_000_000 });
    return {
      library: storedLibrary(run.database, this.#options.accountKey),
      changes: page.rows.toReversed(),
      status: await run.library.status(),
      items: storedItems(run.database),
    };
  }

  async dispose(): Promise<void> {
    for (const run of this.#runs) {
      await run.dispose();
    }
  }

  #look(run: AppRun, { monitor, baselineAtMs }: LibraryStatus): void {
    const state = monitor.kind === 'paused' ? monitor.pause : monitor;
    this.#monitor = state.kind === 'service' ? state.reason : state.kind;
    if (baselineAtMs !== null && this.baseline === null) {
      this.baseline = {
        library: storedLibrary(run.database, this.#options.accountKey),
        atMs: baselineAtMs,
        requests: this.#requestsSoFar(),
      };
    }
  }
}

function endOf(result: ApiResult<unknown>): string {
  if (result.kind === 'ok') {
    return 'ok';
  }
  const { failure } = result;
  return failure.kind === 'not-now' ? failure.reason : failure.kind;
}

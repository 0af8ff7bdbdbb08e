import type { LibraryStatus, RequestBudget } from '../../shared/library-status.ts';
import type { RequestFamily } from '../../shared/request-family.ts';
import { requestFamilySchema } from '../../shared/request-family.ts';
import type { ServiceState } from '../../shared/session-state.ts';
import { requestBudget } from '../doubles/request-budget.ts';
import type { WindowApiOverrides } from '../doubles/window-api.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const HOURS = 24;

type Overrides = (nowMs: number) => WindowApiOverrides;
type Use = Partial<Record<RequestFamily, number>>;

/** A light check an hour, as on most days. */
const CHECK: Use = { library: 1, playlists: 6, 'playlist-items': 1 };
/** The first pass of a large library. */
const FIRST_PASS: Use = { profile: 1, library: 201, playlists: 6, 'playlist-items': 214 };

/** What the Connection page can tell of the requests. `signedIn` is the calm case. */
export function requestStates(signedIn: Overrides): Readonly<Record<string, Overrides>> {
  const day =
    (
      of: (hoursAgo: number) => Use,
      told: (nowMs: number) => {
        readonly requests?: Partial<RequestBudget>;
        readonly service?: ServiceState;
        readonly monitor?: LibraryStatus['monitor'];
      } = () => ({}),
    ): Overrides =>
    (nowMs) => {
      const base = signedIn(nowMs);
      const { requests, service = { kind: 'ok' }, monitor } = told(nowMs);
      return {
        ...base,
        session: { ...base.session, service },
        library: {
          ...base.library,
          ...(monitor === undefined ? {} : { monitor }),
          requests: { ...dayOf(nowMs, of), ...requests },
        },
      };
    };
  const waiting = (reason: 'quota-exhausted' | 'budget-spent' | 'rate-limited', untilMs: number) =>
    ({
      service: { kind: reason, untilMs },
      monitor: {
        kind: 'paused',
        pause: { kind: 'service', reason, untilMs },
        progress: null,
      },
    }) as const;

  return {
    'requests-empty': day(() => ({})),
    'requests-calm': day(() => CHECK),
    'requests-busy': day((ago) => (ago === 3 ? FIRST_PASS : ago < 3 ? CHECK : {})),
    'requests-nearly-full': day((ago) =>
      ago === 5 ? FIRST_PASS : { ...CHECK, catalogue: ago % 5 === 2 ? 12 : 0, profile: ago % 2 },
    ),
    'requests-full': day(
      (ago) => (ago === 8 ? FIRST_PASS : { ...CHECK, 'playlist-items': 5 }),
      (nowMs) => {
        const untilMs = nowMs + 4 * HOUR_MS + 33 * MINUTE_MS;
        const { families } = dayOf(nowMs, () => ({}));
        return {
          requests: {
            usedInLastDay: 712,
            fullUntilMs: untilMs,
            families: families.map((each) => ({
              ...each,
              ...(each.family === 'playlist-items'
                ? { usedInLastDay: 441, fullUntilMs: untilMs }
                : { usedInLastDay: each.family === 'library' ? 231 : 20 }),
            })),
          },
          ...waiting('budget-spent', untilMs),
        };
      },
    ),
    'requests-spent': day(
      (ago) => (ago === 8 ? FIRST_PASS : { ...CHECK, catalogue: 8 }),
      (nowMs) => {
        const untilMs = nowMs + 15 * HOUR_MS + 5 * MINUTE_MS;
        return {
          requests: { usedInLastDay: 800, fullUntilMs: untilMs },
          ...waiting('budget-spent', untilMs),
        };
      },
    ),
    'requests-quota': day(
      (ago) => (ago < 6 && ago > 1 ? { library: 90, 'playlist-items': 45 } : {}),
      (nowMs) => waiting('quota-exhausted', nowMs + 48_925_000),
    ),
    'requests-rate-limited': day(
      (ago) => (ago === 0 ? { library: 31, playlists: 6 } : CHECK),
      (nowMs) => waiting('rate-limited', nowMs + 31_000),
    ),
    'requests-lost': day(
      (ago) => (ago === 0 ? CHECK : {}),
      () => ({ requests: { usedInLastDay: 708 } }),
    ),
    'settings-limits': (nowMs) => ({
      ...signedIn(nowMs),
      settings: {
        checkIntervalMinutes: 15,
        requestBudgetPerDay: 1_200,
        requestBudgetPerFamilyPerDay: 1_500,
      },
    }),
    'settings-quiet-hours': (nowMs) => ({
      ...signedIn(nowMs),
      settings: { quietHours: true, quietFromMinute: 21 * 60 + 30 },
    }),
    'settings-proxy': (nowMs) => ({
      ...signedIn(nowMs),
      settings: {
        proxy: {
          kind: 'manual',
          address: 'http://proxy.example:3128',
          user: 'ada',
          hasPassword: true,
        },
      },
    }),
    'requests-failed': (nowMs) => ({
      ...signedIn(nowMs),
      calls: {
        library: {
          status: async () => ({ ok: false, error: { kind: 'internal', id: 'c4f19b02' } }),
        },
      },
    }),
  };
}

/** A light check an hour, and a look at some items besides. */
export function calmDay(nowMs: number): RequestBudget {
  return dayOf(nowMs, (ago) => (ago === 9 ? { ...CHECK, catalogue: 20 } : CHECK));
}

/** @param of what was asked so many hours ago; 0 is the running hour */
function dayOf(nowMs: number, of: (hoursAgo: number) => Use): RequestBudget {
  const runningMs = nowMs - (nowMs % HOUR_MS);
  const hours = Array.from({ length: HOURS }, (_, index) => {
    const use = of(HOURS - 1 - index);
    return {
      startMs: runningMs - (HOURS - 1 - index) * HOUR_MS,
      used: requestFamilySchema.options
        .map((family) => ({ family, count: use[family] ?? 0 }))
        .filter(({ count }) => count > 0),
    };
  });
  const families = requestFamilySchema.options.map((family) => ({
    family,
    usedInLastDay: hours
      .flatMap(({ used }) => used)
      .reduce((sum, each) => sum + (each.family === family ? each.count : 0), 0),
    fullUntilMs: null,
  }));
  const usedInLastDay = families.reduce((sum, family) => sum + family.usedInLastDay, 0);
  return requestBudget({ usedInLastDay, families, hours });
}

import type { LibraryStatus } from '../../shared/library-status.ts';
import {
  offlineCauseSchema,
  type ServiceState,
  type SessionState,
  signInReasonSchema,
} from '../../shared/session-state.ts';
import type { WindowApiOverrides } from '../doubles/window-api.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type SignedIn = (nowMs: number, library: Partial<LibraryStatus>) => WindowApiOverrides;

/** Every way in which the session or Spotify can stand in the way, each beside a watched library. */
export function troubleStates(
  signedIn: SignedIn,
): Readonly<Record<string, (nowMs: number) => WindowApiOverrides>> {
  const session =
    (of: (nowMs: number) => SessionState) =>
    (nowMs: number): WindowApiOverrides => {
      const base = signedIn(nowMs, {});
      return { ...base, session: { ...base.session, state: of(nowMs) } };
    };
  const service =
    (of: (nowMs: number) => ServiceState, monitor: (nowMs: number) => LibraryStatus['monitor']) =>
    (nowMs: number): WindowApiOverrides => {
      const base = signedIn(nowMs, { monitor: monitor(nowMs) });
      return { ...base, session: { ...base.session, service: of(nowMs) } };
    };
  const waitsFor = (reason: 'service-trouble' | 'premium-lapsed', ms: number) =>
    service(
      (nowMs) => ({ kind: reason, untilMs: nowMs + ms }),
      (nowMs) => ({
        kind: 'paused',
        pause: { kind: 'service', reason, untilMs: nowMs + ms },
        progress: null,
      }),
    );
  return {
    ...Object.fromEntries(
      offlineCauseSchema.options.map((cause) => [
        `offline-${cause}`,
        session((nowMs) => ({ kind: 'offline', cause, nextTryAtMs: nowMs + 2 * MINUTE_MS })),
      ]),
    ),
    ...Object.fromEntries(
      (['rate-limited', 'service-trouble', 'other-instance'] as const).map((reason) => [
        `waiting-${reason}`,
        session((nowMs) => ({ kind: 'waiting', reason, untilMs: nowMs + 40_000 })),
      ]),
    ),
    ...Object.fromEntries(
      signInReasonSchema.options.map((reason) => [
        `needed-${reason}`,
        session(() => ({ kind: 'sign-in-needed', reason })),
      ]),
    ),
    refreshing: session(() => ({ kind: 'refreshing', life: null })),
    'service-trouble': waitsFor('service-trouble', 12 * MINUTE_MS),
    'premium-lapsed': waitsFor('premium-lapsed', 6 * HOUR_MS),
    'scope-missing': service(
      () => ({ kind: 'scope-missing' }),
      () => ({ kind: 'paused', pause: { kind: 'scope-missing' }, progress: null }),
    ),
  };
}

import type { Clock } from '../../shared/clock.ts';
import type { ProxySetting } from '../../shared/proxy-setting.ts';
import { routeOfPacAnswer } from './pac-answer.ts';
import { DIRECT, type FindRoute, type Route, routeThrough } from './route.ts';

/** A laptop changes networks; until then the system's answer for a host stays the same. */
const SYSTEM_ANSWER_MS = 30_000;

export interface RouteSources {
  readonly clock: Clock;
  readonly setting: () => ProxySetting;
  /** Of the manual proxy; null where none is stored or the keychain does not give it. */
  readonly password: () => Promise<string | null>;
  /** What the environment's variables say; empty for nothing. */
  readonly environment: (url: string) => string;
  /** Electron's `resolveProxy`, which answers like a proxy auto-configuration file. */
  readonly system: (url: string) => Promise<string>;
}

/**
 * Finds routes by the user's setting. What stands on this machine is always reached directly: no
 * proxy could, and a callback or a sample must not leave the machine.
 */
export function createFindRoute(sources: RouteSources): FindRoute {
  const { clock } = sources;
  const answers = new Map<string, { readonly route: Route; readonly atMs: number }>();

  async function bySystem(url: string): Promise<Route> {
    const named = sources.environment(url);
    if (named !== '') {
      return routeThrough(named);
    }
    const { origin } = new URL(url);
    const known = answers.get(origin);
    const nowMs = clock.monotonicMs();
    if (known !== undefined && nowMs - known.atMs < SYSTEM_ANSWER_MS) {
      return known.route;
    }
    const route = routeOfPacAnswer(await sources.system(url));
    // A handful of hosts: what is old is thrown away when anything new is learned.
    answers.clear();
    answers.set(origin, { route, atMs: nowMs });
    return route;
  }

  return async (url) => {
    if (isOnThisMachine(new URL(url).hostname)) {
      return DIRECT;
    }
    const setting = sources.setting();
    switch (setting.kind) {
      case 'none':
        return DIRECT;
      case 'system':
        return await bySystem(url);
      case 'manual': {
        const { address, user } = setting;
        const login = user === null ? null : { user, password: (await sources.password()) ?? '' };
        return { kind: 'proxy', address, login };
      }
    }
  };
}

/** Loopback addresses (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3) and their name (RFC 6761 §6.3). */
export function isOnThisMachine(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
  );
}

import type { Clock } from '../../shared/clock.ts';
import { PROXY_LOGIN, PROXY_UNREACHABLE } from './network-failure.ts';
import { type Route, routeKey } from './route.ts';

/** As long as browsers leave a proxy alone that did not answer. */
const UNREACHABLE_MS = 5 * 60_000;
/** Directories lock an account after a few wrong passwords: those of half an hour often add up. */
const REFUSED_MS = 30 * 60_000;

/** What became of proxies lately, so that nobody asks in vain, or too often with a wrong password. */
export class RouteMemory {
  readonly #clock: Clock;
  readonly #unreachable = new Map<string, number>();
  readonly #refused = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes note of a failure where it is one of the proxy. */
  note(route: Route, code: string): void {
    if (route.kind === 'direct') {
      return;
    }
    if (code === PROXY_UNREACHABLE) {
      this.#unreachable.set(routeKey(route), this.#clock.monotonicMs() + UNREACHABLE_MS);
    } else if (code === PROXY_LOGIN && route.login !== null) {
      this.#refused.set(routeKey(route), this.#clock.monotonicMs() + REFUSED_MS);
    }
  }

  /** Whether this proxy refused this very login a little while ago. */
  isRefused(route: Route): boolean {
    return this.#holds(this.#refused, route);
  }

  /** Those that answered, or were not asked, before those that did not; else in the given order. */
  inOrder(routes: readonly Route[]): readonly Route[] {
    const isDown = (route: Route) => this.#holds(this.#unreachable, route);
    return [...routes.filter((route) => !isDown(route)), ...routes.filter(isDown)];
  }

  /** Another network, or a long time has passed: a proxy may be there again. */
  forgetUnreachable(): void {
    this.#unreachable.clear();
  }

  forgetAll(): void {
    this.#unreachable.clear();
    this.#refused.clear();
  }

  #holds(untilMs: ReadonlyMap<string, number>, route: Route): boolean {
    return (untilMs.get(routeKey(route)) ?? 0) > this.#clock.monotonicMs();
  }
}

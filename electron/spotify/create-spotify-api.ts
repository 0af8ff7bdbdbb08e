import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Routes } from '../network/routes.ts';
import type { Session } from '../session/session.ts';
import { type RequestLimits, usableLimit } from './admission.ts';
import { ApiClient } from './api-client.ts';
import { CoolDownKeeper } from './cool-down-keeper.ts';
import { CountedTime } from './counted-time.ts';
import { Gate } from './gate.ts';
import { createHttpTransport } from './http-transport.ts';
import { Ledger } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
import { Reachability } from './reachability.ts';
import { requestReport } from './request-report.ts';
import { createResources } from './resources/create-resources.ts';
import { ServiceWatch } from './service-watch.ts';
import type { SpotifyApi } from './spotify-api.ts';

export interface SpotifyApiParts {
  readonly clock: Clock;
  /** From 0 up to but not including 1; spreads retries. */
  readonly random: () => number;
  readonly session: Pick<Session, 'getAccessToken' | 'invalidate'>;
  readonly ledgerStore: LedgerStore;
  /** `https://api.spotify.com/v1`, or a server that stands in for it; no slash at the end. */
  readonly apiUrl: string;
  /** Asked before every request, so that a changed setting holds at once. */
  readonly budget: () => RequestLimits;
  /** What the system says; always online where nobody can ask it. */
  readonly isOnline?: () => boolean;
  /** Client and account whose token the session gives; null, as by default, while nobody knows. */
  readonly owner?: () => string | null;
  /** For whom a wait holds that Spotify tells now; null, as by default, while nobody is signed in. */
  readonly clientId?: () => string | null;
  /** The way to an address; direct by default. */
  readonly routes?: Routes;
  readonly logger: Logger;
}

/** Puts the parts of the Web API together. Reads the ledger and the cool-down from the store. */
export function createSpotifyApi(parts: SpotifyApiParts): SpotifyApi {
  const { clock, logger, ledgerStore: store } = parts;
  const time = new CountedTime(clock, store, logger);
  const assumedWhereLost = () => {
    const { perDay, keptOneIn } = parts.budget();
    return usableLimit(perDay, 'monitor', keptOneIn);
  };
  const ledger = new Ledger({ clock, time, store, logger, assumedWhereLost });
  const clientId = parts.clientId ?? (() => null);
  const coolDowns = new CoolDownKeeper({ clock, time, store, logger, clientId });
  const transport = createHttpTransport(parts);
  const watch = new ServiceWatch(clock, coolDowns.current());
  const gate = new Gate({ clock, ledger, coolDowns, limits: parts.budget });
  const isOnline = parts.isOnline ?? (() => true);
  const reachability = new Reachability({ clock, random: parts.random, isOnline });
  const client = new ApiClient({
    clock,
    random: parts.random,
    session: parts.session,
    apiUrl: parts.apiUrl,
    gate,
    coolDowns,
    transport,
    reachability,
    watch,
    owner: parts.owner ?? (() => null),
    logger,
  });
  return {
    ...createResources(client, logger),
    get serviceState() {
      return watch.state;
    },
    serviceStateChanged: watch.changed,
    budget: () => requestReport(ledger, parts.budget(), clock.nowMs()),
    forgetService: () => {
      watch.forget(coolDowns.current());
      client.forget();
    },
    forgetAnswers: () => client.forget(),
    expectNetwork: () => reachability.expect(),
    close: async () => {
      watch.close();
      await client.close();
      await transport.close();
      time.close();
    },
  };
}

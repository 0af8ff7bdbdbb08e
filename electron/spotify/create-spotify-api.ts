import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Session } from '../session/session.ts';
import type { RequestLimits } from './admission.ts';
import { ApiClient } from './api-client.ts';
import { CoolDownKeeper } from './cool-down-keeper.ts';
import { Gate } from './gate.ts';
import { createHttpTransport } from './http-transport.ts';
import { Ledger } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
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
  readonly logger: Logger;
}

/** Puts the parts of the Web API together. Reads the ledger and the cool-down from the store. */
export function createSpotifyApi(parts: SpotifyApiParts): SpotifyApi {
  const { clock, ledgerStore } = parts;
  const ledger = new Ledger(clock, ledgerStore, parts.logger);
  const coolDowns = new CoolDownKeeper(clock, ledgerStore, parts.logger);
  const transport = createHttpTransport(clock);
  const held = coolDowns.current();
  const watch = new ServiceWatch(
    clock,
    held === null ? { kind: 'ok' } : { kind: held.reason, untilMs: held.untilMs },
  );
  const gate = new Gate({ clock, ledger, coolDowns, limits: parts.budget });
  const client = new ApiClient({
    clock,
    random: parts.random,
    session: parts.session,
    apiUrl: parts.apiUrl,
    gate,
    coolDowns,
    transport,
    watch,
    logger: parts.logger,
  });
  return {
    ...createResources(client),
    get serviceState() {
      return watch.state;
    },
    serviceStateChanged: watch.changed,
    budget: () => ({
      usedInLastDay: ledger.usage().day.used,
      budgetPerDay: parts.budget().perDay,
    }),
    forgetService: () => {
      coolDowns.forget();
      watch.forget();
    },
    close: async () => {
      watch.close();
      await client.close();
      await transport.close();
    },
  };
}

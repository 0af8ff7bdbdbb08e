import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { Notice } from '../shared/notice.ts';
import type { LedgerStore } from './spotify/ledger-store.ts';
import { MemoryLedgerStore } from './spotify/memory-ledger-store.ts';
import { Ledger } from './storage/ledger.ts';
import { closeDatabase, openDatabase } from './storage/open-database.ts';
import type { Database } from './storage/sqlite.ts';

/** The database of one watch, or word that there is none. */
export interface Storage {
  /** Null where no database can be used; the notice says why. */
  readonly database: Database | null;
  readonly ledgerStore: LedgerStore;
  readonly notice: Notice | null;
  readonly close: () => void;
}

/** Opens the database of a watch. Without one the requests are still counted, in memory. */
export function openStorage(path: string, clock: Clock, logger: Logger): Storage {
  const opening = openDatabase({ path, clock, logger });
  if (opening.kind === 'unusable') {
    return {
      database: null,
      ledgerStore: new MemoryLedgerStore(),
      notice: { kind: 'database-unusable', id: 'database-unusable', reason: opening.reason },
      close: () => undefined,
    };
  }
  const { database, notice } = opening;
  const ledgerStore = new Ledger(database, logger);
  return {
    database,
    ledgerStore,
    notice:
      notice ??
      (ledgerStore.isLost ? { kind: 'requests-forgotten', id: 'requests-forgotten' } : null),
    close: () => closeDatabase(database, logger),
  };
}

import { createLibrary } from '../../../../../../electron/library/create-library.ts';
import type { CheckOutcome, Library } from '../../../../../../electron/library/library.ts';
import { createRepositories } from '../../../../../../electron/storage/repositories.ts';
import { DEFAULT_SETTINGS } from '../../../../../../electron/storage/settings.ts';
import type { Database } from '../../../../../../electron/storage/sqlite.ts';
import type { Change, CollectionKind } from '../../../../../../shared/change.ts';
import { type LogFields, silentLogger } from '../../../../../../shared/logger.ts';
import { ManualClock } from '../../../../../doubles/manual-clock.ts';
import { memoryDatabase } from '../../../../../doubles/watched-library.ts';
import { openApi, settled } from '../../../spotify/harness/open-api.ts';
import {
  type ScriptedServer,
  startScriptedServer,
} from '../../../spotify/harness/scripted-server.ts';
import { RawSpotify } from './raw-spotify.ts';

/** The monitor with the real client and the real schemas, over bodies that a test writes. */
export class RawWatch {
  readonly clock = new ManualClock();
  readonly spotify = new RawSpotify();
  readonly database: Database = memoryDatabase();
  /** Warnings and errors. */
  readonly told: { readonly message: string; readonly fields: LogFields | undefined }[] = [];
  readonly library: Library;
  readonly #server: ScriptedServer;
  readonly #close: () => Promise<void>;

  private constructor(server: ScriptedServer) {
    this.#server = server;
    this.spotify.apiUrl = server.apiUrl;
    server.always(this.spotify.answer);
    const tell = (message: string, fields?: LogFields) => this.told.push({ message, fields });
    const logger = { ...silentLogger, warn: tell, error: tell };
    const budget = () => ({ perDay: 100_000, perFamilyPerDay: 100_000 });
    const { api } = openApi(server.apiUrl, { clock: this.clock, logger, budget });
    this.library = createLibrary({
      clock: this.clock,
      random: () => 0,
      logger,
      database: this.database,
      api,
      settings: { read: () => DEFAULT_SETTINGS },
    });
    this.#close = async () => {
      await this.library.close();
      await api.close();
      await this.#server.close();
    };
  }

  static async start(): Promise<RawWatch> {
    return new RawWatch(await startScriptedServer());
  }

  async watch(): Promise<CheckOutcome> {
    await this.library.watch({ key: 'account-1', displayName: 'Me' });
    return this.check();
  }

  async check(): Promise<CheckOutcome> {
    const start = await this.library.checkNow();
    if (start.kind === 'not-now') {
      throw new Error(`No check until ${start.untilMs}`);
    }
    return settled(this.clock, start.outcome);
  }

  async changes(): Promise<readonly Change[]> {
    const { rows } = await this.library.changes({ filter: 'all', offset: 0, count: 10_000 });
    return rows.toReversed();
  }

  /** What is stored of a list, in order; null when it was never read. */
  stored(of: { readonly playlist: string } | CollectionKind) {
    const { accounts, lists, entries, items } = createRepositories(this.database);
    const accountId = accounts.find('account-1')?.id ?? -1;
    const list =
      typeof of === 'string'
        ? lists.findOnly(accountId, of)
        : lists.findPlaylist(accountId, of.playlist);
    const rows = list === null ? null : entries.openAfter(list.id, null, 100_000);
    return list?.revisionId == null || rows === null
      ? null
      : rows.map(({ itemId, addedAtMs }) => {
          const item = itemId === null ? null : items.get(itemId);
          return {
            uri: item?.uri ?? null,
            name: item?.name ?? null,
            artists: item?.artists ?? [],
            addedAtMs,
          };
        });
  }

  async close(): Promise<void> {
    await this.#close();
    this.database.close();
  }
}

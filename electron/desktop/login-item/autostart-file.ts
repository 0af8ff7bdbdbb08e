import { accessSync, constants } from 'node:fs';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../../../shared/logger.ts';
import type { LoginItem } from '../../../shared/login-item.ts';
import { errorCode } from '../../session/error-code.ts';
import { replaceFile } from '../../session/replace-file.ts';
import {
  autostartEntry,
  type EntryReading,
  isEntryOn,
  readAutostartEntry,
  withProgram,
} from './autostart-entry.ts';
import { isEntryToMove } from './entry-move.ts';
import type { LoginItemKeeper } from './login-item-keeper.ts';
import type { LoginProgram } from './login-program.ts';

const FILE_NAME = 'cratewatch.desktop';

export interface AutostartFileParts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly program: LoginProgram;
  readonly packaged: boolean;
  readonly logger: Logger;
}

/** The user's autostart folder (XDG Base Directory Specification: a relative path is ignored). */
export function autostartFolder(env: AutostartFileParts['env'], homeFolder: string): string {
  const configured = env.XDG_CONFIG_HOME ?? '';
  return join(configured.startsWith('/') ? configured : join(homeFolder, '.config'), 'autostart');
}

/** Starting at login on a Linux desktop: a file that the user, or the desktop, may change too. */
export class AutostartFile implements LoginItemKeeper {
  readonly #parts: AutostartFileParts;
  readonly #path: string;

  constructor(parts: AutostartFileParts) {
    this.#parts = parts;
    this.#path = join(autostartFolder(parts.env, parts.homeFolder), FILE_NAME);
  }

  async read(): Promise<LoginItem> {
    const found = await this.#find();
    return { kind: found !== null && isEntryOn(found.entry) ? 'on' : 'off' };
  }

  async set(isOn: boolean): Promise<void> {
    const found = await this.#find();
    if (isOn === (found !== null && isEntryOn(found.entry))) {
      // An entry that somebody changed and left switched on is theirs.
      return;
    }
    if (isOn) {
      await this.#write(autostartEntry(this.#parts.program));
    } else {
      await rm(this.#path, { force: true });
    }
  }

  async putRight(): Promise<void> {
    const { program: own, packaged, logger } = this.#parts;
    const found = await this.#find();
    if (found !== null && isEntryToMove({ entry: found.entry, own, packaged })) {
      await this.#write(withProgram(found.text, own));
      logger.info('The entry for starting at login names this program now');
    }
  }

  async #find(): Promise<{ readonly text: string; readonly entry: EntryReading } | null> {
    try {
      const text = await readFile(this.#path, 'utf8');
      const desktops = (this.#parts.env.XDG_CURRENT_DESKTOP ?? '').split(':');
      return { text, entry: readAutostartEntry(text, { desktops, isExecutable }) };
    } catch (error) {
      if (errorCode(error) === 'ENOENT') {
        return null;
      }
      throw error;
    }
  }

  /** Where the user keeps such files elsewhere and linked them here, they stay there. */
  async #write(text: string): Promise<void> {
    await replaceFile(await realpath(this.#path).catch(() => this.#path), text);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Gone, or not for us to start: both mean that the desktop will not.
  }
}

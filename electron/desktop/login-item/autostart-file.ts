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
  isUntouched,
  readAutostartEntry,
  switchedOff,
  switchedOn,
  withProgram,
} from './autostart-entry.ts';
import { movedProgram } from './entry-move.ts';
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

interface FoundEntry {
  readonly text: string;
  readonly entry: EntryReading;
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
      return;
    }
    if (isOn) {
      await this.#write(this.#switchedOn(found));
    } else if (found !== null) {
      await this.#switchOff(found);
    }
  }

  async putRight(): Promise<void> {
    const { program: own, packaged, logger } = this.#parts;
    const found = await this.#find();
    const program = found && movedProgram({ entry: found.entry, own, packaged });
    if (found !== null && program !== null) {
      await this.#write(withProgram(found.text, program));
      logger.info('The entry for starting at login names this program now');
    }
  }

  /** Where there is an entry, whatever the user wrote into it stays. */
  #switchedOn(found: FoundEntry | null): string {
    const { program } = this.#parts;
    if (found === null || found.entry.program === null) {
      return autostartEntry(program);
    }
    const text = switchedOn(found.text, { desktops: this.#desktops });
    const entry = this.#readEntry(text);
    if (!entry.isEnabled) {
      return autostartEntry(program); // It is none that starts a program.
    }
    // A command of the user's own is theirs, as long as it leads to anything.
    return entry.isOurs || !entry.isThere ? withProgram(text, program) : text;
  }

  async #switchOff({ text, entry }: FoundEntry): Promise<void> {
    if (isUntouched(text, entry)) {
      await rm(this.#path, { force: true });
    } else {
      await this.#write(switchedOff(text));
    }
  }

  get #desktops(): readonly string[] {
    const { XDG_CURRENT_DESKTOP = '' } = this.#parts.env;
    return XDG_CURRENT_DESKTOP.split(':').filter((name) => name !== '');
  }

  #readEntry(text: string): EntryReading {
    return readAutostartEntry(text, { desktops: this.#desktops, isExecutable });
  }

  async #find(): Promise<FoundEntry | null> {
    try {
      const text = await readFile(this.#path, 'utf8');
      return { text, entry: this.#readEntry(text) };
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

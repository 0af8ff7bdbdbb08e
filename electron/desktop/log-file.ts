import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FormatParams } from 'electron-log';
import type { Logger } from '../../shared/logger.ts';
import { logLine } from './log-line.ts';

/** The log and the one before it, the newest first. */
export const LOG_FILES = ['cratewatch.log', 'cratewatch.old.log'] as const;

const MAX_BYTES = 1024 * 1024;

interface LogFileOptions {
  /** `<userData>/logs`; made when missing. */
  readonly folder: string;
  /** Warnings and errors also go to stderr while developing. */
  readonly toStderr: boolean;
}

/**
 * Opens `cratewatch.log`; at 1 MB it becomes `cratewatch.old.log` and a new one begins. Every line is
 * redacted before it gets here. A log that cannot be written is no reason to stop: it is left out.
 */
export async function openLogFile({ folder, toStderr }: LogFileOptions): Promise<Logger> {
  const { default: log } = await import('electron-log/node');
  const target = log.create({ logId: 'cratewatch' });
  const { file, console, ipc, remote } = target.transports;
  for (const unused of [ipc, remote]) {
    if (unused) unused.level = false;
  }
  console.level = toStderr ? 'warn' : false;
  console.format = format;
  // What a file cannot take the library tells the terminal, by its first logger; for cron it is noise.
  if (!toStderr) log.transports.console.writeFn = () => undefined;
  file.level = 'debug';
  file.format = format;
  file.maxSize = MAX_BYTES;
  // Read by nobody but the user: the names of playlists may be private too.
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.resolvePathFn = () => join(folder, LOG_FILES[0]);
  closeToOthers(folder);
  const written = file.getFile();
  written.on('error', () => renewFolder(folder, written));
  return {
    debug: (message, fields) => target.debug(logLine(message, fields)),
    info: (message, fields) => target.info(logLine(message, fields)),
    warn: (message, fields) => target.warn(logLine(message, fields)),
    error: (message, fields) => target.error(logLine(message, fields)),
  };
}

/** Whatever an older version or a copy left behind. */
function closeToOthers(folder: string): void {
  for (const name of LOG_FILES) {
    try {
      chmodSync(join(folder, name), 0o600);
    } catch {
      // It is not there yet, or not ours; a new one has the mode from its beginning.
    }
  }
}

/** Somebody may clear the folder away while Cratewatch runs for weeks: the next line finds it again. */
function renewFolder(folder: string, written: { clear(): boolean }): void {
  if (existsSync(folder)) return;
  try {
    mkdirSync(folder, { recursive: true });
    written.clear();
  } catch {
    // The disk or the rights are gone too; the next line tries again.
  }
}

/** A function, not a template: a template would replace what looks like a variable in the text. */
function format({ level, message }: FormatParams): string[] {
  return [`${message.date.toISOString()} ${level.padEnd(5)} ${message.data.join(' ')}`];
}

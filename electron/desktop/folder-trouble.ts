import { accessSync, constants, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../session/error-code.ts';

/** What Chromium keeps in the folder while a program holds it (Linux and macOS). */
const HELD = 'SingletonLock';

/**
 * Why a start did not get its folder although nobody has it: Chromium gives the same answer to a
 * folder that cannot be written to, and "already running" would be a comfort that is not true.
 *
 * @returns the error's code, such as `EROFS`; null where another program holds the folder
 */
export function folderTrouble(folder: string): string | null {
  if (lstatSync(join(folder, HELD), { throwIfNoEntry: false }) !== undefined) return null;
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return errorCode(error);
  }
}

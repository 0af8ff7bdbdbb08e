import type { EntryReading } from './autostart-entry.ts';
import type { LoginProgram } from './login-program.ts';

export interface EntryMoveInput {
  readonly entry: EntryReading;
  /** What this start would enter. */
  readonly own: LoginProgram;
  readonly packaged: boolean;
}

/**
 * Whether the entry is to name this program from now on: an AppImage was renamed, or a newer one
 * was put beside the former. Only where the command is still as Cratewatch wrote it, for the same
 * profile, and never in favour of a build from source while the other is there.
 */
export function isEntryToMove(input: EntryMoveInput): boolean {
  const { entry, own, packaged } = input;
  const { program } = entry;
  if (program === null || !entry.isOurs || !entry.isEnabled) {
    return false;
  }
  const isSame = program.path === own.path && sameArguments(program.args, own.args);
  const isOfProfile = profileOf(program) === profileOf(own);
  return !isSame && isOfProfile && (packaged || !entry.isThere);
}

function profileOf({ args }: LoginProgram): string | null {
  return args.find((argument) => argument.startsWith('--user-data-dir=')) ?? null;
}

function sameArguments(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((argument, index) => argument === right[index]);
}

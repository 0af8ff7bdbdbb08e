import type { EntryReading } from './autostart-entry.ts';
import type { LoginProgram } from './login-program.ts';

export interface EntryMoveInput {
  readonly entry: EntryReading;
  /** What this start would enter. */
  readonly own: LoginProgram;
  readonly packaged: boolean;
}

/**
 * What the entry is to start from now on, null for no change: an AppImage was renamed, or a newer
 * one was put beside the former. Only where the command is still as Cratewatch wrote it, for the
 * same profile, and never in favour of a build from source while the other is there. Its switches
 * stay: those of this one start were perhaps meant for it alone.
 */
export function movedProgram(input: EntryMoveInput): LoginProgram | null {
  const { entry, own, packaged } = input;
  const { program } = entry;
  if (program === null || !entry.isOurs || !entry.isEnabled || !(packaged || !entry.isThere)) {
    return null;
  }
  const [source, switches] = parts(program);
  const [ownSource] = parts(own);
  const isSame = program.path === own.path && source === ownSource;
  const isOfProfile = profileOf(program) === profileOf(own);
  return isSame || !isOfProfile
    ? null
    : { path: own.path, args: ownSource === null ? switches : [ownSource, ...switches] };
}

/** The folder that a bare runtime starts, null for a program that is packaged; and the switches. */
function parts({ args }: LoginProgram): readonly [string | null, readonly string[]] {
  const [first, ...others] = args;
  return first === undefined || first.startsWith('-') ? [null, args] : [first, others];
}

function profileOf({ args }: LoginProgram): string | null {
  return args.find((argument) => argument.startsWith('--user-data-dir=')) ?? null;
}

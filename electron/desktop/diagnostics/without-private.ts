import { redact } from '../redact.ts';

/** What this machine and this account are called. */
export interface PrivateNames {
  /** The home folder and Electron's user data folder. */
  readonly homeFolder: string;
  readonly profileFolder: string;
  readonly userName: string;
  readonly hostName: string;
  /** Names, ids and keys of the account, the client and the proxy; empty ones are skipped. */
  readonly others: readonly (string | null)[];
}

/** Home folders of all systems, also those of others: what a path begins with, and the name. */
const HOMES =
  /(?:\/home\/|\/Users\/|[A-Za-z]:\\{1,4}(?:Users|Documents and Settings)\\{1,4})[^/\\\s"':,;)]+/g;
/** Where a disk of a user hangs. */
const MOUNTS = /(\/(?:run\/media|media|mnt|Volumes)\/)[^\s"':,;)]+/g;
const SHORTEST_NAME = 3;
/** Names of users that are everybody's. */
const COMMON = new Set(['root', 'user', 'admin', 'localhost', 'none', 'null']);

/** Takes out of a text everything that tells whose it is: redacted once more, and without names. */
export function withoutPrivate(text: string, names: PrivateNames): string {
  let result = text;
  result = replaced(result, names.profileFolder, '<data>');
  result = replaced(result, names.homeFolder, '~');
  result = result.replace(HOMES, '~').replace(MOUNTS, '$1…');
  const words = [names.userName, names.hostName, ...names.others]
    .filter((name): name is string => name !== null && name.trim().length >= SHORTEST_NAME)
    .filter((name) => !COMMON.has(name.toLowerCase()))
    // The longer first: one may begin with another.
    .toSorted((one, other) => other.length - one.length);
  for (const word of words) {
    result = replaced(result, word, '[private]');
    result = replaced(result, encodeURIComponent(word), '[private]');
  }
  return redact(result);
}

/** Whatever its case: systems and people write names in many ways. */
function replaced(text: string, part: string, by: string): string {
  if (part.length < SHORTEST_NAME) return text;
  const pattern = new RegExp(part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi');
  return text.replace(pattern, () => by);
}

import { readdirSync, readFileSync } from 'node:fs';

/** A process that works in a profile folder, told by its command line. */
export interface ProfileProcess {
  readonly pid: number;
  readonly commandLine: string;
}

/** Every process that works in this profile: renderers and helpers name it too. */
export function processesOf(profile: string): readonly ProfileProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const commandLine = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return commandLine.includes(`--user-data-dir=${profile} `)
          ? [{ pid: Number(id), commandLine }]
          : [];
      } catch {
        return []; // It ended between the two looks.
      }
    });
}

/** The programs themselves, without what they started. */
export function programsOf(profile: string): readonly ProfileProcess[] {
  return processesOf(profile).filter(({ commandLine }) => !commandLine.includes(' --type='));
}

/** The processes that show windows. */
export function windowsOf(profile: string): readonly ProfileProcess[] {
  return processesOf(profile).filter(({ commandLine }) => commandLine.includes(' --type=renderer'));
}

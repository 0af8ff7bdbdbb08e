import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';

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

/**
 * Asks the one program of this profile to end and waits until nothing works there any more. What a
 * program starts bears its command line for a moment, so more than one is looked at again.
 */
export async function endProgramOf(profile: string): Promise<void> {
  let program: ProfileProcess | undefined;
  await expect
    .poll(() => {
      const programs = programsOf(profile);
      program = programs[0];
      return programs;
    })
    .toHaveLength(1);
  if (program === undefined) throw new Error('There is no program.');
  process.kill(program.pid, 'SIGTERM');
  await expect.poll(() => processesOf(profile)).toEqual([]);
}

/** Ends what no test can talk to: a start that Playwright did not make, with Playwright's switches. */
export async function killProgramsOf(profile: string): Promise<void> {
  for (const { pid } of programsOf(profile)) {
    process.kill(pid, 'SIGKILL');
  }
  await expect.poll(() => processesOf(profile)).toEqual([]);
}

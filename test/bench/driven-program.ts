import { _electron, type ElectronApplication } from '@playwright/test';
import type { ProgramStarter } from './program.ts';

/** Starts a program whose window is looked at and used from here. @param env added to its own */
export function driveProgram(
  { executablePath, argumentsFor, env: own }: ProgramStarter,
  options: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ElectronApplication> {
  const defined = Object.entries(own).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return _electron.launch({
    executablePath,
    args: argumentsFor(options),
    env: { ...Object.fromEntries(defined), ...env },
  });
}

import { delimiter, join } from 'node:path';
import { projectRoot } from './project-root.ts';

/**
 * The environment for tools that we start: those of node_modules come first, the pinned Node among
 * them, also when a script is not run through npm.
 */
export function toolEnvironment(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const bin = join(projectRoot, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...added };
}

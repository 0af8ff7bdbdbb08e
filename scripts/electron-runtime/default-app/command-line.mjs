/**
 * Reads Electron's own command line: `electron [switches] [-r module]… <app> [the app's options]`.
 * Everything after the app's path belongs to the app.
 *
 * @param {readonly string[]} args what follows the executable
 * @returns {{ kind: 'run', appPath: string, modules: string[] } | { kind: 'nothing-to-run' } |
 *   { kind: 'missing-module' }}
 */
export function parseCommandLine(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') {
      index += 1;
      if (index >= args.length) return { kind: 'missing-module' };
      modules.push(args[index]);
    } else if (arg.startsWith('--app=')) {
      return { kind: 'run', appPath: arg.slice('--app='.length), modules };
    } else if (!arg.startsWith('-')) {
      return { kind: 'run', appPath: arg, modules };
    }
  }
  return { kind: 'nothing-to-run' };
}

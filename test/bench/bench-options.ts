export type BenchOptions =
  | { readonly kind: 'run'; readonly jsonPath: string | null; readonly only: string | null }
  | { readonly kind: 'usage-error'; readonly message: string };

/** Reads the options of `npm run bench`. */
export function benchOptions(args: readonly string[], ids: readonly string[]): BenchOptions {
  let jsonPath: string | null = null;
  let only: string | null = null;
  for (let index = 0; index < args.length; index += 2) {
    const value = args[index + 1];
    if (args[index] === '--json' && value !== undefined) jsonPath = value;
    else if (args[index] === '--only' && value !== undefined && ids.includes(value)) only = value;
    else return { kind: 'usage-error', message: usage(ids) };
  }
  return { kind: 'run', jsonPath, only };
}

function usage(ids: readonly string[]): string {
  return `Usage: npm run bench -- [--json <file>] [--only <id>]\nIds: ${ids.join(', ')}`;
}

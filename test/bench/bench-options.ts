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
    else if (
      args[index] === '--only' &&
      value !== undefined &&
      ids.some((id) => isNamed(id, value))
    ) {
      only = value;
    } else return { kind: 'usage-error', message: usage(ids) };
  }
  return { kind: 'run', jsonPath, only };
}

/** Whether `--only` means this id: by its whole name, or by what several ids begin with. */
export function isNamed(id: string, only: string): boolean {
  return id === only || id.startsWith(`${only}-`);
}

function usage(ids: readonly string[]): string {
  return `Usage: npm run bench -- [--json <file>] [--only <id>]\nIds: ${ids.join(', ')}`;
}

export function parseCommandLine(
  args: readonly string[],
):
  | { readonly kind: 'run'; readonly appPath: string; readonly modules: readonly string[] }
  | { readonly kind: 'nothing-to-run' }
  | { readonly kind: 'missing-module' };

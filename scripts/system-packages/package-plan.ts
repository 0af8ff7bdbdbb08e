export interface PackageFacts {
  readonly missing: readonly string[];
  readonly isRoot: boolean;
}

export type PackagePlan =
  | { readonly kind: 'complete' }
  | { readonly kind: 'install'; readonly packages: readonly string[] }
  /** Somebody with the right to do so must run this line. */
  | { readonly kind: 'ask'; readonly command: string };

/** Root installs; anybody else is told one command to copy. */
export function packagePlan({ missing, isRoot }: PackageFacts): PackagePlan {
  if (missing.length === 0) return { kind: 'complete' };
  if (isRoot) return { kind: 'install', packages: missing };
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  return { kind: 'ask', command };
}

/** What is known about the ways to an Electron on this machine. */
export interface RuntimeFacts {
  /** ELECTRON_OVERRIDE_DIST_PATH, when set and not empty. */
  readonly overrideDistPath: string | undefined;
  readonly officialInstalled: boolean;
  /** A download of the official binary failed lately on this machine. */
  readonly downloadFailedLately: boolean;
  readonly platform: string;
  readonly arch: string;
}

export type RuntimeSource =
  | { readonly kind: 'override'; readonly distPath: string }
  | { readonly kind: 'official' }
  /** `otherwise`: what to do when the download fails. */
  | { readonly kind: 'download-official'; readonly otherwise: 'pinned' | 'give-up' }
  | { readonly kind: 'pinned' };

/** Where Electron comes from: the user's word first, the real thing next, the fallback last. */
export function runtimeSource(facts: RuntimeFacts): RuntimeSource {
  if (facts.overrideDistPath !== undefined) {
    return { kind: 'override', distPath: facts.overrideDistPath };
  }
  if (facts.officialInstalled) return { kind: 'official' };
  const hasFallback = facts.platform === 'linux' && facts.arch === 'x64';
  if (!hasFallback) return { kind: 'download-official', otherwise: 'give-up' };
  if (facts.downloadFailedLately) return { kind: 'pinned' };
  return { kind: 'download-official', otherwise: 'pinned' };
}

/** True for what `app.openLink` accepts; the contract's own check stays in the main process. */
export function isLinkableUri(uri: string): boolean {
  return /^spotify:(track|album|artist|playlist|episode|show):[A-Za-z0-9]+$/.test(uri);
}

const LOOKS = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
] as const;

/**
 * Calls `onChange` when colours come to mean something else: another scheme or contrast, the
 * system's own colours, or a mark on the page's root.
 *
 * @returns ends the watching
 */
export function watchLook(onChange: () => void): () => void {
  const queries = LOOKS.map((look) => matchMedia(look));
  const root = new MutationObserver(onChange);
  root.observe(document.documentElement, { attributes: true });
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    root.disconnect();
    for (const query of queries) query.removeEventListener('change', onChange);
  };
}

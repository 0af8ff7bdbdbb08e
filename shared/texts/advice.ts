/** What is to be said about a text while it is typed. `T` is what comes of it. */
export type Advice<T> =
  | { readonly kind: 'empty' }
  /** `note` says what was made of the text, where that is not plain; else null. */
  | { readonly kind: 'valid'; readonly value: T; readonly note: string | null }
  /** It can be used, but it looks like a mistake or has a price. */
  | { readonly kind: 'doubtful'; readonly value: T; readonly text: string }
  /** Fine so far, only not whole yet. */
  | { readonly kind: 'incomplete'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string };

/** What can be used of it; null where nothing can. */
export function acceptedValue<T>(advice: Advice<T>): T | null {
  return advice.kind === 'valid' || advice.kind === 'doubtful' ? advice.value : null;
}

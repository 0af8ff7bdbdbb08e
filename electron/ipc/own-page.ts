/** What a call's sender shows of itself; the part of Electron's `WebFrameMain` that matters here. */
export interface SenderFrame {
  readonly url: string;
  /** Null for the main frame of a window. */
  readonly parent: object | null;
}

/**
 * Whether a frame may call the main process: only the main frame of the app's own page
 * (Electron security checklist, item 17). A frame that is already gone is nobody.
 *
 * @param ownOrigins origins such as `app://cratewatch`; compared whole, never by prefix.
 */
export function isOwnPage(frame: SenderFrame | null, ownOrigins: readonly string[]): boolean {
  if (frame === null || frame.parent !== null) {
    return false;
  }
  const origin = originOf(frame.url);
  return origin !== null && ownOrigins.includes(origin);
}

/** `URL.origin` is the string "null" for schemes of our own, so protocol and host are joined. */
function originOf(url: string): string | null {
  if (!URL.canParse(url)) {
    return null;
  }
  const { protocol, host, username, password } = new URL(url);
  return username === '' && password === '' ? `${protocol}//${host}` : null;
}

/** The one app that is registered with this service. */
export class RegisteredClient {
  readonly id: string;
  readonly secret: string;
  readonly #redirectUris: Set<string>;

  constructor(id: string, secret: string, redirectUris: readonly string[]) {
    this.id = id;
    this.secret = secret;
    this.#redirectUris = new Set(redirectUris);
  }

  addRedirectUri(uri: string): void {
    this.#redirectUris.add(uri);
  }

  /** Exactly as registered: case and trailing slash count (facts §1). */
  hasRedirectUri(uri: string): boolean {
    return this.#redirectUris.has(uri);
  }
}

/** https, or http with a loopback IP literal; the name `localhost` is refused (facts §1). */
export function isSecureRedirectUri(uri: string): boolean {
  if (!URL.canParse(uri)) {
    return false;
  }
  const parsed = new URL(uri);
  if (parsed.hostname === 'localhost' || parsed.hostname.endsWith('.localhost')) {
    return false;
  }
  const loopback = parsed.hostname === '127.0.0.1' || parsed.hostname === '[::1]';
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && loopback);
}

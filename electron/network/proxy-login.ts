/** A name and password for a proxy. Printing it shows neither: its fields are private. */
export class ProxyLogin {
  readonly #user: string;
  readonly #password: string;

  constructor(user: string, password: string) {
    this.#user = user;
    this.#password = password;
  }

  /** The value of `Proxy-Authorization` (RFC 7617 §2, in UTF-8). */
  header(): string {
    const pair = Buffer.from(`${this.#user}:${this.#password}`, 'utf8');
    return `Basic ${pair.toString('base64')}`;
  }
}

import type { RequestLogEntry } from '../sample-service.ts';
import type { Incoming } from './answer.ts';

const KEPT = 100_000;
const BLANKED = new Set(['code', 'state', 'access_token', 'refresh_token', 'code_verifier']);

/** Counts what came in, for those who have a budget to keep. Holds nothing secret. */
export class RequestLog {
  readonly #entries: RequestLogEntry[] = [];

  get entries(): readonly RequestLogEntry[] {
    return this.#entries;
  }

  add(incoming: Incoming, status: number, atMs: number): void {
    const query = new URLSearchParams();
    for (const [name, value] of incoming.query) {
      query.append(name, BLANKED.has(name) ? '…' : value);
    }
    const { method, path } = incoming;
    this.#entries.push({ method, path, query: query.toString(), status, atMs });
    if (this.#entries.length > KEPT) {
      this.#entries.shift();
    }
  }
}

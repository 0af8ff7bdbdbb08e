import type { Secret } from '../session/secret.ts';
import type { RequestOptions } from './spotify-api.ts';

export interface GetRequest extends RequestOptions {
  /** Below the API's base address, parts percent-encoded: `/me/tracks` */
  readonly path: string;
  /** Null values are left out. */
  readonly query: Readonly<Record<string, string | number | null>>;
  /** Instead of the session's; what becomes of the request then says nothing about the session. */
  readonly token?: Secret;
}

/** Path and query below the API's base address, as they are sent. */
export function addressOf({ path, query }: Pick<GetRequest, 'path' | 'query'>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null) {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

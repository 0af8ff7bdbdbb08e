import { constantTimeEqual } from './constant-time-equal.ts';
import { onlyParameter } from './only-parameter.ts';
import { Secret } from './secret.ts';

/** The one path that is listened on. No hyphen: Spotify had trouble with one (facts §1). */
export const CALLBACK_PATH = '/callback';

/** The exact string that the user registers at the dashboard for a port. */
export function redirectUriFor(port: number): string {
  return `http://127.0.0.1:${port}${CALLBACK_PATH}`;
}

export interface CallbackRequest {
  readonly method: string;
  /** Path and query as they stand in the request line. */
  readonly target: string;
  readonly host: string | null;
}

/** What a request to the loopback listener is. Only `code` and `refused` end the wait. */
export type CallbackVerdict =
  | { readonly kind: 'code'; readonly code: Secret }
  | { readonly kind: 'refused'; readonly byUser: boolean }
  | { readonly kind: 'wrong-state' }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'wrong-host' }
  | { readonly kind: 'wrong-path' }
  | { readonly kind: 'wrong-method' };

/**
 * Judges a request to the listener. The host is checked first, so that a page which reaches this
 * port under another name (DNS rebinding) learns nothing; then the path, the method, and `state`
 * before anything else of the query is looked at (RFC 6749 §4.1.2, §10.12).
 */
export function judgeCallback(
  request: CallbackRequest,
  expected: { readonly port: number; readonly state: Secret },
): CallbackVerdict {
  if (request.host !== `127.0.0.1:${expected.port}`) {
    return { kind: 'wrong-host' };
  }
  const [path, query = ''] = split(request.target);
  if (path !== CALLBACK_PATH) {
    return { kind: 'wrong-path' };
  }
  if (request.method !== 'GET') {
    return { kind: 'wrong-method' };
  }
  const parameters = new URLSearchParams(query);
  if (!constantTimeEqual(onlyParameter(parameters, 'state') ?? '', expected.state.reveal())) {
    return { kind: 'wrong-state' };
  }
  const error = onlyParameter(parameters, 'error');
  if (error !== null) {
    return { kind: 'refused', byUser: error === 'access_denied' };
  }
  const code = onlyParameter(parameters, 'code');
  return code === null ? { kind: 'incomplete' } : { kind: 'code', code: new Secret(code) };
}

function split(target: string): [path: string, query?: string] {
  const mark = target.indexOf('?');
  return mark < 0 ? [target] : [target.slice(0, mark), target.slice(mark + 1)];
}

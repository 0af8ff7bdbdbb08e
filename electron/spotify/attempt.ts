import type { Secret } from '../session/secret.ts';
import type { ApiFailure, ApiResult } from './api-failure.ts';
import { classifyResponse } from './classify-response.ts';
import type { CoolDownKeeper } from './cool-down-keeper.ts';
import { ABORTED } from './gate.ts';
import type { HttpOutcome } from './http-transport.ts';

/** How one attempt ended. `again` may be tried once more; `done` may not. */
export type Attempt<T> =
  | { readonly kind: 'done'; readonly result: ApiResult<T> }
  | { readonly kind: 'again'; readonly failure: ApiFailure }
  | { readonly kind: 'token-refused'; readonly token: Secret };

export interface SentWith {
  readonly token: Secret;
  readonly nowMs: number;
  readonly coolDowns: CoolDownKeeper;
}

/**
 * Reads what came back and begins the wait that an answer asks for. A body of another shape is not
 * asked for again: it would come the same.
 *
 * @param parse gives null for a body of another shape
 */
export function readAttempt<T>(
  http: HttpOutcome,
  { coolDowns, nowMs, token }: SentWith,
  parse: (body: unknown) => T | null,
): Attempt<T> {
  if (http.kind === 'no-answer') {
    return http.code === 'aborted'
      ? failed(ABORTED)
      : { kind: 'again', failure: { kind: 'network', code: http.code } };
  }
  if (http.kind === 'broken-body') {
    const failure: ApiFailure = { kind: 'unreadable', status: http.status };
    return http.failure === 'cut' ? { kind: 'again', failure } : failed(failure);
  }
  const meaning = classifyResponse(http, nowMs);
  switch (meaning.kind) {
    case 'body': {
      coolDowns.answered();
      const value = parse(meaning.value);
      return value === null
        ? failed({ kind: 'unreadable', status: http.status, isJson: true })
        : { kind: 'done', result: { kind: 'ok', value } };
    }
    case 'token-refused':
      return { kind: 'token-refused', token };
    case 'cool-down': {
      const { reason, untilMs } = coolDowns.begin(meaning.cause);
      return failed({ kind: 'not-now', reason, untilMs });
    }
    case 'server':
    case 'unreadable':
      return { kind: 'again', failure: meaning };
    case 'scope-missing':
    case 'not-allow-listed':
    case 'forbidden':
    case 'not-found':
    case 'unexpected':
      return failed(meaning);
  }
}

function failed<T>(failure: ApiFailure): Attempt<T> {
  return { kind: 'done', result: { kind: 'failed', failure } };
}

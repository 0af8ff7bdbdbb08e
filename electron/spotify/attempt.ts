import { PROXY_LOGIN } from '../network/network-failure.ts';
import type { Secret } from '../session/secret.ts';
import type { ApiFailure, ApiResult } from './api-failure.ts';
import { classifyResponse } from './classify-response.ts';
import type { CoolDownKeeper } from './cool-down-keeper.ts';
import { ABORTED } from './gate.ts';
import type { HttpOutcome } from './http-transport.ts';
import type { TryCost } from './probe-pause.ts';

/** How one attempt ended. `again` may be tried once more; `done` may not. */
export type Attempt =
  | { readonly kind: 'done'; readonly result: ApiResult<unknown> }
  | { readonly kind: 'again'; readonly failure: ApiFailure }
  /** Nothing of Spotify's came back. */
  | { readonly kind: 'unreachable'; readonly code: string; readonly cost: TryCost }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'token-refused'; readonly token: Secret };

export interface SentWith {
  readonly token: Secret;
  readonly nowMs: number;
  readonly coolDowns: CoolDownKeeper;
}

/** Reads what came back and begins the wait that an answer asks for. */
export function readAttempt(http: HttpOutcome, { coolDowns, nowMs, token }: SentWith): Attempt {
  if (http.kind === 'no-answer') {
    return http.code === 'aborted'
      ? failed(ABORTED)
      : { kind: 'unreachable', code: http.code, cost: costOf(http) };
  }
  if (http.kind === 'broken-body') {
    const failure: ApiFailure = { kind: 'unreadable', status: http.status };
    return http.failure === 'cut' ? { kind: 'again', failure } : failed(failure);
  }
  const meaning = classifyResponse(http, nowMs);
  switch (meaning.kind) {
    case 'body':
      coolDowns.answered();
      return { kind: 'done', result: { kind: 'ok', value: meaning.value } };
    case 'not-modified':
      coolDowns.answered();
      return meaning;
    case 'foreign':
      return meaning;
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

/** What an exchange may have cost. */
export function costOf(http: HttpOutcome): TryCost {
  if (http.kind !== 'no-answer') {
    return 'request';
  }
  if (http.code === PROXY_LOGIN) {
    return 'login';
  }
  return http.reached ? 'request' : 'free';
}

function failed(failure: ApiFailure): Attempt {
  return { kind: 'done', result: { kind: 'failed', failure } };
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pauseAfterFailure } from '../../../../electron/library/pause.ts';
import type { ApiFailure } from '../../../../electron/spotify/api-failure.ts';
import type { MonitorState } from '../../../../shared/library-status.ts';
import type { ServiceState, SessionLife, SessionState } from '../../../../shared/session-state.ts';
import {
  type StatusAction,
  type StatusSentence,
  statusSentence,
} from '../../../../shared/texts/status-sentence.ts';
import { type OpenApi, openApi, settled } from './harness/open-api.ts';
import {
  type Answer,
  cutBody,
  json,
  plain,
  reset,
  type ScriptedServer,
  startScriptedServer,
} from './harness/scripted-server.ts';

const MONITOR = { origin: 'monitor' } as const;
const LIFE: SessionLife = {
  way: 'authorization-code',
  receivedAtMs: 0,
  accessTokenExpiresAtMs: 0,
  refreshAtMs: 0,
  authorizedAtMs: 0,
  renewBeforeMs: null,
  missingScopes: [],
};
const ACTIVE: SessionState = { kind: 'active', life: LIFE };

let server: ScriptedServer;
let open: OpenApi;

beforeEach(async () => {
  server = await startScriptedServer();
  open = openApi(server.apiUrl);
});

afterEach(async () => {
  await open.api.close();
  await server.close();
});

const error = (status: number, message: string, headers = {}) =>
  json({ error: { status, message } }, status, headers);
const html = (status: number, body = '<!DOCTYPE html><title>Sign in</title>') =>
  plain(body, status, { 'content-type': 'text/html; charset=utf-8' });

interface Row {
  readonly answer: Answer;
  readonly failure: Partial<ApiFailure>;
  /** After the question that everything rests on, `GET /me`. */
  readonly state: ServiceState['kind'] | readonly ['offline', string];
  readonly headline: string;
  readonly action: StatusAction;
  readonly requests: number;
}

const TROUBLE = {
  state: 'service-trouble',
  headline: 'Spotify has trouble',
  action: 'retry',
} as const;
const GUEST = {
  failure: { kind: 'network', code: 'FOREIGN_ANSWER' },
  state: ['offline', 'guest-network'],
  headline: 'This network wants you to sign in to it first',
  action: 'retry',
  requests: 1,
} as const;
const REFUSED = {
  failure: { kind: 'unauthorized' },
  state: 'service-trouble',
  headline: 'Waiting for the connection to Spotify',
  action: 'retry',
  requests: 2,
} as const;
const WAIT = { action: null, requests: 1 } as const;
const server5xx = (status: number) =>
  ({ failure: { kind: 'server', status }, ...TROUBLE, requests: 4 }) as const;
const unreadable = (status: number, requests: number) =>
  ({ failure: { kind: 'unreadable', status }, ...TROUBLE, requests }) as const;
const unexpected = (status: number) =>
  ({ failure: { kind: 'unexpected', status }, ...TROUBLE, requests: 1 }) as const;
const premium = {
  failure: { kind: 'not-now', reason: 'premium-lapsed' },
  state: 'premium-lapsed',
  headline: 'Spotify asks for Premium',
  action: 'retry',
  requests: 1,
} as const;
const allowList = {
  failure: { kind: 'not-allow-listed' },
  state: 'not-allow-listed',
  headline: 'This account is not on your app’s list',
  action: 'retry',
  requests: 1,
} as const;
const scope = {
  failure: { kind: 'scope-missing' },
  state: 'scope-missing',
  headline: 'A permission is missing',
  action: 'sign-in',
  requests: 1,
} as const;
const rateLimit = {
  ...WAIT,
  failure: { kind: 'not-now', reason: 'rate-limited' },
  state: 'rate-limited',
  headline: 'Spotify asked for a short pause: waiting until',
} as const;
const quota = {
  ...WAIT,
  failure: { kind: 'not-now', reason: 'quota-exhausted' },
  state: 'quota-exhausted',
  headline: 'Spotify’s daily quota: waiting until',
} as const;

const NOT_LISTED = 'User not registered in the Developer Dashboard';
const PREMIUM = 'Active premium subscription required for the owner of the app. See the terms.';
const CHALLENGE = { 'www-authenticate': 'Bearer realm="spotify", error="invalid_token"' };

/** Everything of facts §4, and what a network on the way makes of it. */
const TABLE: Readonly<Record<string, Row>> = {
  '401, the access token expired': { answer: error(401, 'The access token expired'), ...REFUSED },
  '401, missing or invalid token': {
    answer: error(401, 'Missing/invalid/expired access token', CHALLENGE),
    ...REFUSED,
  },
  '401 without a body': { answer: plain('', 401, CHALLENGE), ...REFUSED },
  '401 as a page with the challenge': { answer: plain('<html>', 401, CHALLENGE), ...REFUSED },
  '401 as a page of somebody else': { answer: html(401), ...GUEST },
  '403, insufficient scope': { answer: error(403, 'Insufficient client scope'), ...scope },
  '403, insufficient scope in the header alone': {
    answer: plain('', 403, { 'www-authenticate': 'Bearer error="insufficient_scope"' }),
    ...scope,
  },
  '403, not on the list': { answer: error(403, NOT_LISTED), ...allowList },
  '403, not on the list, plain text': { answer: plain(NOT_LISTED, 403), ...allowList },
  '403, Premium, plain text': { answer: plain(PREMIUM, 403), ...premium },
  '403, Premium, said to be HTML': {
    answer: plain(PREMIUM, 403, { 'content-type': 'text/html' }),
    ...premium,
  },
  '403, Forbidden': {
    answer: error(403, 'Forbidden'),
    failure: { kind: 'forbidden' },
    ...TROUBLE,
    requests: 1,
  },
  '403 as a page': { answer: html(403), ...GUEST },
  '404': {
    answer: error(404, 'Resource not found'),
    failure: { kind: 'not-found' },
    ...TROUBLE,
    requests: 1,
  },
  '404 as a page': { answer: html(404), ...GUEST },
  '429, a rate limit': {
    answer: error(429, 'API rate limit exceeded', { 'retry-after': '7' }),
    ...rateLimit,
  },
  '429 without Retry-After, plain text': { answer: plain('Too many requests', 429), ...rateLimit },
  '429, the daily quota': {
    answer: json({ error: { status: 429, message: '…', reason: 'QUOTA_EXCEEDED' } }, 429, {
      'retry-after': '48925',
    }),
    ...quota,
  },
  '500 in JSON': { answer: error(500, 'Server error'), ...server5xx(500) },
  '502 as a page': { answer: html(502), ...server5xx(502) },
  '503 in plain text': { answer: plain('upstream connect error', 503), ...server5xx(503) },
  '504 without a body': { answer: plain('', 504), ...server5xx(504) },
  '511, a network that asks for its own sign-in': { answer: html(511), ...GUEST },
  '204': { answer: plain('', 204), ...unexpected(204) },
  '200 as a page': { answer: html(200), ...GUEST },
  '200 as a page without a type': {
    answer: plain('\n<HTML><meta http-equiv="refresh">', 200, {}),
    ...GUEST,
  },
  '200 without a body': { answer: plain('', 200), ...unreadable(200, 4) },
  '200 in plain text': { answer: plain('OK', 200), ...unreadable(200, 4) },
  '200, cut': { answer: cutBody, ...unreadable(200, 4) },
  '200, half of the JSON': { answer: plain('{"id":"a', 200), ...unreadable(200, 4) },
  '200, JSON of another shape': { answer: json(['a']), ...unreadable(200, 1) },
  '200, null': { answer: json(null), ...unreadable(200, 1) },
  '301': { answer: plain('', 301, { location: 'http://login.hotel.example/' }), ...GUEST },
  '302': { answer: plain('', 302, { location: '/v1/elsewhere' }), ...GUEST },
  '307': { answer: html(307), ...GUEST },
  '304 that nobody asked for': { answer: plain('', 304), ...unreadable(304, 2) },
  '400': { answer: error(400, 'Invalid limit'), ...unexpected(400) },
  '405': { answer: error(405, 'Method not allowed'), ...unexpected(405) },
  '418': { answer: plain('', 418), ...unexpected(418) },
  'a reset connection': {
    answer: reset,
    failure: { kind: 'network' },
    state: ['offline', 'unreachable'],
    headline: 'Spotify cannot be reached',
    action: 'retry',
    requests: 4,
  },
};

function read(service: ServiceState, monitor: MonitorState): StatusSentence {
  const input = { mode: 'spotify', session: ACTIVE, service, monitor, unreadChanges: 0 } as const;
  return statusSentence(input, open.clock.nowMs(), 'en-GB', 'UTC');
}

async function failureOf(
  call: Promise<{ kind: string; failure?: ApiFailure }>,
): Promise<ApiFailure> {
  const result = await settled(open.clock, call);
  if (result.failure === undefined) {
    throw new Error('It was answered.');
  }
  return result.failure;
}

const pauseFor = (failure: ApiFailure) =>
  pauseAfterFailure(failure, { nowMs: open.clock.nowMs(), trouble: 0, random: 0 });

describe('for everything that Spotify or somebody on the way can answer', () => {
  it.each(Object.entries(TABLE))('there is one sentence with one action: %s', async (_, row) => {
    server.always(row.answer);
    const failure = await failureOf(open.api.profile(MONITOR));
    expect(failure).toMatchObject(row.failure);
    expect(server.seen).toHaveLength(row.requests);

    const service = open.api.serviceState;
    const [kind, cause] = typeof row.state === 'string' ? [row.state] : row.state;
    expect(service).toMatchObject(cause === undefined ? { kind } : { kind, cause });

    const pause = pauseFor(failure)?.pause;
    const paused =
      pause === undefined ? null : read(service, { kind: 'paused', pause, progress: null });
    expect(paused?.headline).toContain(row.headline);
    expect(paused).toMatchObject({ action: row.action, detail: expect.any(String) });
    // Before it is known whose library it is, only the service can say why nothing happens.
    expect(read(service, { kind: 'idle' }).headline).not.toBe('Getting ready');
  });
});

/** Those that say something of Spotify or the way to it, also where one list was asked for. */
const OF_ALL = new Set<ServiceState['kind']>([
  'offline',
  'rate-limited',
  'quota-exhausted',
  'premium-lapsed',
  'not-allow-listed',
  'scope-missing',
]);

describe('in one list', () => {
  it.each(
    Object.entries(TABLE).filter(([, { state }]) =>
      typeof state === 'string' ? !OF_ALL.has(state) : false,
    ),
  )('leaves the state of the service as it is: %s', async (_, row) => {
    const told: string[] = [];
    open.api.serviceStateChanged.subscribe(({ kind }) => told.push(kind));
    server.always(row.answer);
    for (let time = 0; time < 3; time += 1) {
      await failureOf(open.api.playlist('one', { ...MONITOR, market: null }));
    }
    expect([open.api.serviceState.kind, told]).toEqual(['ok', []]);
  });
});

import { describe, expect, test } from 'vitest';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';
import { deferred } from './harness/deferred.ts';
import { HOUR_MS, keeperBench, startedBench, tokenOf } from './harness/keeper-bench.ts';
import { pasteCode, stateOf } from './harness/paste-code.ts';

const offline: TokenOutcome = { kind: 'network', code: 'ENETUNREACH' };

describe('a setting that is changed while the app runs', () => {
  test('holds at once: skewSeconds', async () => {
    // The planned refresh finds no network; then 90 s are left, and nothing has looked again.
    const { keeper, clock, endpoint, change } = await startedBench();
    endpoint.answer(offline);
    await clock.advance(HOUR_MS - 290_000);
    const asked = endpoint.requests.length;
    endpoint.answer(() => endpoint.grant());
    clock.jump(200_000);
    expect(await tokenOf(keeper)).toBe('access-0');
    expect(endpoint.requests).toHaveLength(asked);
    change({ skewSeconds: 300 });
    expect(await tokenOf(keeper)).toBe('access-1');
  });

  test('plans the next refresh: skewSeconds', async () => {
    const { keeper, clock, endpoint, change } = await startedBench(0, { random: () => 0.999 });
    change({ skewSeconds: 300 });
    const short: TokenOutcome = endpoint.grant();
    endpoint.answer(
      short.kind === 'tokens'
        ? { kind: 'tokens', grant: { ...short.grant, expiresInSeconds: 1_000 } }
        : short,
    );
    await clock.advance(0.9 * HOUR_MS);
    const { state } = keeper;
    const life = state.kind === 'active' ? state.life : null;
    // 85–90 % of 1,000 s would be later.
    expect((life?.refreshAtMs ?? 0) - (life?.receivedAtMs ?? 0)).toBe(700_000);
  });

  test.each([0, 1, 5])('holds at the next refresh: maxRetries %d', async (maxRetries) => {
    const { clock, endpoint, change } = await startedBench(0, { random: () => 0.01 });
    change({ maxRetries });
    endpoint.answer(offline);
    await clock.advance(0.8505 * HOUR_MS + 5_000);
    expect(endpoint.requests).toHaveLength(1 + maxRetries);
  });

  test('holds at the next sign-in: scopes, showDialog, its limit', async () => {
    const { keeper, change, clock } = keeperBench({});
    change({ scopes: ['user-top-read'], showDialog: true, signInLimitSeconds: 77 });
    void keeper.signIn({ way: 'pasted', secret: null });
    const { pageUrl, endsAtMs } = await stateOf(keeper, 'authorizing');
    const page = new URL(pageUrl ?? '');
    expect(page.searchParams.get('scope')).toBe('user-top-read');
    expect(page.searchParams.get('show_dialog')).toBe('true');
    expect(endsAtMs).toBe(clock.nowMs() + 77_000);
    await keeper.close();
  });
});

describe('the address that Spotify sends the browser back to', () => {
  test.each([
    ['the first of the ports', { redirectPorts: [50_001, 50_002] }, '50001'],
    ['one of its own', { manualRedirectUri: 'https://example.org/back' }, 'example.org/back'],
  ])('holds at the next sign-in: %s', async (_, changed, expected) => {
    const { keeper, change } = keeperBench({});
    change(changed);
    void keeper.signIn({ way: 'pasted', secret: null });
    const { pageUrl, redirectUri } = await stateOf(keeper, 'authorizing');
    expect(redirectUri).toContain(expected);
    expect(new URL(pageUrl ?? '').searchParams.get('redirect_uri')).toBe(redirectUri);
    await keeper.close();
  });
});

test('scopes that were not granted are told, and stay told over refreshes', async () => {
  const { keeper, clock, endpoint } = keeperBench({
    settings: { scopes: ['user-library-read', 'user-follow-read'] },
  });
  const granted = endpoint.grant('refresh-1');
  endpoint.answer(
    granted.kind === 'tokens'
      ? { kind: 'tokens', grant: { ...granted.grant, scopes: ['user-library-read'] } }
      : granted,
  );
  const { result } = await pasteCode(keeper);
  await result;
  endpoint.answer(() => endpoint.grant());
  await clock.advance(HOUR_MS);
  expect(keeper.state).toMatchObject({ life: { missingScopes: ['user-follow-read'] } });
});

test('a hundred callers, of whom some refuse the token, cost one request', async () => {
  const { keeper, endpoint, clock } = await startedBench();
  const answered = deferred();
  endpoint.answer(() => answered.promise.then(() => endpoint.grant()));
  const old = await keeper.getAccessToken();
  const asked = Array.from({ length: 100 }, async (_, index) => {
    if (index % 3 === 0 && old.kind === 'token') {
      keeper.invalidate(old.token);
    }
    return await tokenOf(keeper);
  });
  await clock.advance(0);
  answered.resolve();
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['access-1']));
  expect(endpoint.requests).toHaveLength(1);
});

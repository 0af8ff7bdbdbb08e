import { expect, test } from 'vitest';
import { PastedCallback } from '../../../../electron/session/pasted-callback.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const REDIRECT = 'http://127.0.0.1:43821/callback';

function bench() {
  const clock = new ManualClock();
  const state = new Secret('the-state');
  const callback = new PastedCallback({ clock, redirectUri: REDIRECT, state, limitMs: 60_000 });
  return { clock, callback };
}

test('the right address ends the wait with its code and leaves no timer', async () => {
  const { callback, clock } = bench();
  expect(callback.give(`${REDIRECT}?code=the-code&state=the-state`)).toBe('accepted');
  const outcome = await callback.outcome;
  expect(outcome.kind === 'code' ? outcome.code.reveal() : null).toBe('the-code');
  expect(clock.pendingCount).toBe(0);
});

test('a wrong one is told apart and costs nothing: the right one still counts', async () => {
  const { callback } = bench();
  expect(callback.give('')).toBe('empty');
  expect(callback.give('no address')).toBe('not-an-address');
  expect(callback.give(`${REDIRECT}?code=c&state=of-another`)).toBe('other-sign-in');
  expect(callback.give(`${REDIRECT}?code=c&state=the-state`)).toBe('accepted');
  expect(await callback.outcome).toMatchObject({ kind: 'code' });
});

test('a refusal at Spotify’s page is an answer', async () => {
  const { callback } = bench();
  expect(callback.give(`${REDIRECT}?error=access_denied&state=the-state`)).toBe('accepted');
  expect(await callback.outcome).toEqual({ kind: 'refused', byUser: true });
});

test('the wait has an end', async () => {
  const { callback, clock } = bench();
  await clock.advance(60_000);
  expect(await callback.outcome).toEqual({ kind: 'timed-out' });
  expect(clock.pendingCount).toBe(0);
});

test('closing ends the wait as cancelled, and only the first end counts', async () => {
  const { callback, clock } = bench();
  await callback.close();
  callback.give(`${REDIRECT}?code=c&state=the-state`);
  await callback.close();
  expect(await callback.outcome).toEqual({ kind: 'cancelled' });
  expect(clock.pendingCount).toBe(0);
});

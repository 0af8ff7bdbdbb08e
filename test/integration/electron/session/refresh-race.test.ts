import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import { startRace } from './harness/race.ts';

// The server is `oidc-provider`: a refresh token that comes twice ends the session for everybody.

const ROUNDS = 50;

let race: Awaited<ReturnType<typeof startRace>>;
afterEach(() => race.close());

/** Both at the same moment. */
function bothDue() {
  const shiftMs = race.passHour();
  return Promise.all(race.racers.map((racer) => racer.ask(shiftMs)));
}

test('two processes that are due at once make one request a round and share its token', async () => {
  race = await startRace({ locked: true });
  for (let round = 1; round <= ROUNDS; round += 1) {
    const [one, other] = await bothDue();
    expect(one?.token).not.toBeNull();
    expect(other?.token).toBe(one?.token);
    expect([one?.lastRefresh, other?.lastRefresh].toSorted()).toEqual([
      'refreshed',
      'taken-from-cache',
    ]);
    expect(await race.server.accepts(new Secret(one?.token ?? ''))).toBe(true);
    expect(race.requests()).toBe(round);
  }
  expect(race.server.reuses()).toBe(0);
});

test('without a lock the same race ends the session', async () => {
  race = await startRace({ locked: false });
  const lost = async () =>
    (await bothDue()).some(({ token, state }) => token === null && state === 'sign-in-needed');
  let rounds = 0;
  let isLost = false;
  while (!isLost && rounds < ROUNDS) {
    isLost = await lost();
    rounds += 1;
  }
  expect(isLost).toBe(true);
  expect(race.server.reuses()).toBeGreaterThan(0);
});

test('who is killed while it holds the lock holds up nobody', async () => {
  race = await startRace({ locked: true });
  const [first, second] = race.racers;
  const held = race.server.holdTokenRequests();
  const shiftMs = race.passHour();
  first.send(shiftMs);
  const request = await held.first;
  const waiting = second.ask(shiftMs);
  const gone = once(request.socket, 'close');
  await first.kill();
  await gone;
  held.release();
  const answer = await waiting;
  expect(answer).toMatchObject({ state: 'active', lastRefresh: 'refreshed' });
  expect(await race.server.accepts(new Secret(answer.token ?? ''))).toBe(true);
  expect(race.requests()).toBe(1);
  expect(race.server.reuses()).toBe(0);
});

test('who comes while another one waits for its answer waits too', async () => {
  race = await startRace({ locked: true });
  const [first, second] = race.racers;
  const held = race.server.holdTokenRequests();
  const shiftMs = race.passHour();
  const answers = [first.ask(shiftMs)];
  await held.first;
  answers.push(second.ask(shiftMs));
  held.release();
  const [one, other] = await Promise.all(answers);
  expect(one).toMatchObject({ state: 'active', lastRefresh: 'refreshed' });
  expect(other).toMatchObject({ token: one?.token, lastRefresh: 'taken-from-cache' });
  expect(race.requests()).toBe(1);
});

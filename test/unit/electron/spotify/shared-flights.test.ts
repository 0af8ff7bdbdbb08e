import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FlightControl, SharedFlights } from '../../../../electron/spotify/shared-flights.ts';

const STAYS = new AbortController().signal;

interface Started {
  readonly control: FlightControl;
  readonly land: (result: string) => void;
  readonly crash: (error: Error) => void;
}

let flights: SharedFlights<string>;
let started: Started[];

beforeEach(() => {
  flights = new SharedFlights();
  started = [];
});

function join(key: string | null = 'a', signal = STAYS): Promise<string> {
  return flights.join(
    key,
    signal,
    'stopped',
    (control) =>
      new Promise((land, crash) => {
        started.push({ control, land, crash });
      }),
  );
}

describe('who asks for the same', () => {
  it('shares one flight', async () => {
    const both = Promise.all([join(), join()]);
    expect(started).toHaveLength(1);
    started[0]?.land('here');
    expect(await both).toEqual(['here', 'here']);
  });

  it('starts anew after it has landed', async () => {
    const first = join();
    started[0]?.land('one');
    await first;
    const second = join();
    started[1]?.land('two');
    expect(await second).toBe('two');
  });

  it('starts anew once the flight lets nobody join any more, and may join when it does again', () => {
    void join();
    started[0]?.control.setOpen(false);
    void join();
    expect(started).toHaveLength(2);
    started[0]?.control.setOpen(true);
    void join();
    expect(started).toHaveLength(2);
  });

  it('starts anew when those before are somebody else', () => {
    void join();
    flights.part();
    void join();
    expect(started).toHaveLength(2);
  });

  it('is never joined without a key', () => {
    void join(null);
    void join(null);
    expect(started).toHaveLength(2);
  });
});

describe('who leaves', () => {
  it('does not take the flight from the others', async () => {
    const leaving = new AbortController();
    const left = join('a', leaving.signal);
    const stays = join();
    leaving.abort();
    expect(await left).toBe('stopped');
    expect(started[0]?.control.signal.aborted).toBe(false);
    started[0]?.land('here');
    expect(await stays).toBe('here');
  });

  it('ends it as the last, and the next starts anew', async () => {
    const leaving = new AbortController();
    const left = Promise.all([join('a', leaving.signal), join('a', leaving.signal)]);
    leaving.abort();
    expect(await left).toEqual(['stopped', 'stopped']);
    expect(started[0]?.control.signal.aborted).toBe(true);
    void join();
    expect(started).toHaveLength(2);
  });

  it('before it began starts nothing', async () => {
    const gone = new AbortController();
    gone.abort();
    expect(await join('a', gone.signal)).toBe('stopped');
    expect(started).toHaveLength(0);
  });
});

it('a flight that crashes is told to all, and to nobody else', async () => {
  const leaving = new AbortController();
  const left = join('a', leaving.signal);
  const both = Promise.allSettled([join(), join()]);
  leaving.abort();
  await left;
  started[0]?.crash(new Error('broken'));
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('settles when the last flight has ended, also one that all have left', async () => {
  const leaving = new AbortController();
  const left = join('a', leaving.signal);
  leaving.abort();
  await left;
  let isSettled = false;
  const settled = flights.settled().then(() => {
    isSettled = true;
  });
  await setImmediate();
  expect(isSettled).toBe(false);
  started[0]?.land('late');
  await settled;
});

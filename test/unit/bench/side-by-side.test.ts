import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestsByDay } from '../../bench/requests-by-day.ts';
import { impatientClock } from '../../bench/side-by-side/impatient-clock.ts';
import { countMissing, itemKey } from '../../bench/side-by-side/item-key.ts';
import { type Outcome, outcomeOf } from '../../bench/side-by-side/outcome.ts';
import { outcomeTable } from '../../bench/side-by-side/outcome-table.ts';
import { comparedRow, outcomeRow } from '../../bench/side-by-side/rows.ts';
import { tenthOf } from '../../bench/side-by-side/tenth-of.ts';
import { notes } from '../../bench/table.ts';

const DAY_MS = 24 * 3_600_000;

describe('rows that are missing', () => {
  it.each([
    [['a', 'b'], ['b', 'a'], 0],
    [['a', 'a', 'b'], ['a', 'b'], 1],
    [['a'], ['a', 'a', 'c'], 0],
    [['a', 'b'], [], 2],
  ])('of %j are counted against %j', (truth, got, missing) => {
    expect(countMissing(truth, got)).toBe(missing);
  });

  it('are as many as were taken away, in whatever order the rest comes', () => {
    const rows = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.nat(), (truth, seed) => {
        const removed = seed % truth.length;
        expect(countMissing(truth, truth.slice(removed).reverse())).toBe(removed);
      }),
    );
  });

  it('of two lists are never mixed up, nor one that is gone with one that is there', () => {
    expect(itemKey('x', 'spotify:track:1')).not.toBe(itemKey('y', 'spotify:track:1'));
    expect(itemKey('x', null)).not.toBe(itemKey('x', 'spotify:track:1'));
  });
});

describe('the outcome of a download', () => {
  const run = {
    truth: ['a', 'b'],
    got: ['a'],
    seconds: 1,
    memoryBeforeMib: 40,
    peakMemoryMib: 50,
    error: 'It broke off.',
    requests: [
      { path: '/v1/me', status: 200, atMs: 0 },
      { path: '/v1/me/tracks', status: 429, atMs: 1_000 },
      { path: '/api/token', status: 200, atMs: 1_500 },
      { path: '/v1/me/tracks', status: 429, atMs: 2_999 },
      { path: '/v1/me/tracks', status: 200, atMs: 3_000 },
    ],
  };

  it('tells requests that were not to be sent from those that were', () => {
    expect(outcomeOf('SDK', run, 2_000)).toEqual({
      who: 'SDK',
      finished: false,
      items: 2,
      missing: 1,
      requests: 4,
      duringBlock: 1,
      refreshes: 1,
      error: 'It broke off.',
    });
  });

  it('is finished without an error, and had no block without a 429', () => {
    const requests = run.requests.filter(({ status }) => status === 200);
    const outcome = outcomeOf('SDK', { ...run, error: null, requests }, 2_000);
    expect(outcome).toMatchObject({ finished: true, duringBlock: 0 });
  });
});

describe('a comparison', () => {
  const facts = { id: 'side-by-side-seconds', unit: 's', budget: null };

  it('needs no reason where we are ahead or even', () => {
    expect(comparedRow({ ...facts, ours: 2, theirs: 2, reason: 'x' })).not.toHaveProperty('note');
    expect(comparedRow({ ...facts, ours: 1, theirs: 2 })).toMatchObject({ ok: true, ratio: 0.5 });
  });

  it('says why where the SDK is ahead', () => {
    const row = comparedRow({
      ...facts,
      ours: 3,
      theirs: 2,
      reason: 'We wait.',
      note: 'Both run.',
    });
    expect(row).toMatchObject({ ok: true, note: 'The SDK is ahead. We wait. Both run.' });
  });

  it('is not ok where the SDK is ahead and nobody knows why', () => {
    expect(comparedRow({ ...facts, ours: 3, theirs: 2 }).ok).toBe(false);
  });

  it('is not excused by a reason where there is a budget', () => {
    const row = comparedRow({ ...facts, budget: 1, ours: 3, theirs: 2, reason: 'We wait.' });
    expect(row.ok).toBe(false);
  });
});

describe('a row of outcomes', () => {
  const whole: Outcome = {
    who: 'Cratewatch',
    finished: true,
    items: 9,
    missing: 0,
    requests: 5,
    duringBlock: 0,
    refreshes: 0,
    error: null,
  };
  const broken: Outcome = {
    ...whole,
    who: 'SDK',
    finished: false,
    missing: 4,
    requests: 3,
    error: `It broke off ${'again and '.repeat(9)}again.`,
  };

  it('is ok where ours came whole and sent nothing during the block', () => {
    expect(outcomeRow('x', whole, broken)).toMatchObject({ value: 0, baseline: 4, ok: true });
  });

  it.each([
    ['it did not come to its end', { finished: false }],
    ['something is missing', { missing: 1 }],
    ['it went on during the block', { duringBlock: 1 }],
  ])('is not ok where %s', (_, change) => {
    expect(outcomeRow('x', { ...whole, ...change }, broken).ok).toBe(false);
  });

  it('is shown with what the user of each was told', () => {
    const [heading, ours, theirs, ...more] = outcomeTable([outcomeRow('x', whole, broken)]).split(
      '\n',
    );
    expect(heading).toMatch(/^when +who +finished +missing/);
    expect(ours).toMatch(/^x +Cratewatch +yes +0 +9 +5 +0 +0 +nothing$/);
    expect(theirs).toMatch(/^x +SDK +NO +4 +9 +3 +0 +0 +It broke off again and .*…$/);
    expect(more).toEqual([]);
    expect(outcomeTable([])).toBe('');
  });

  it('has its note below the table', () => {
    expect(notes([outcomeRow('x', whole, broken), outcomeRow('y', whole, broken, 'So.')])).toBe(
      'y: So.',
    );
  });
});

describe('a day of requests', () => {
  it('begins with its first millisecond and counts only the Web API', () => {
    const at = (atMs: number, path = '/v1/me') => ({ path, atMs });
    const requests = [at(999), at(1_000), at(2_000, '/api/token'), at(1_000 + DAY_MS), at(9e12)];
    expect(requestsByDay(requests, 1_000, 3)).toEqual([1, 1, 0]);
  });
});

describe('a tenth of a library', () => {
  it('has a tenth of everything, in playlists as long as before', () => {
    expect(
      tenthOf({
        savedTracks: 10_000,
        ownPlaylists: 201,
        followedPlaylists: 5,
        itemsPerPlaylist: 60,
        savedShows: 50,
      }),
    ).toMatchObject({
      savedTracks: 1_000,
      ownPlaylists: 21,
      followedPlaylists: 1,
      itemsPerPlaylist: 60,
      savedShows: 5,
      savedAlbums: 0,
    });
  });
});

describe('an impatient clock', () => {
  it('jumps over a short wait and never over a long one', async () => {
    const clock = impatientClock(500);
    const beforeMs = clock.monotonicMs();
    let isLongOver = false;
    const long = clock.setTimer(60_000, () => {
      isLongOver = true;
    });
    await new Promise<void>((resolve) => clock.setTimer(500, resolve));
    long.cancel();
    expect(clock.monotonicMs() - beforeMs).toBeGreaterThanOrEqual(500);
    expect(isLongOver).toBe(false);
  });

  it('does not run what was cancelled', async () => {
    const clock = impatientClock(500);
    let ran = false;
    clock
      .setTimer(1, () => {
        ran = true;
      })
      .cancel();
    await new Promise<void>((resolve) => clock.setTimer(2, resolve));
    expect(ran).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchOptions, isNamed } from '../../bench/bench-options.ts';
import { median } from '../../bench/median.ts';
import { plainRow, ratioRow } from '../../bench/row.ts';
import { table } from '../../bench/table.ts';

describe('a median', () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('has as many values above it as below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        return below <= values.length / 2 && above <= values.length / 2;
      }),
    );
  });

  it('of nothing is an error', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('a row', () => {
  it('is judged by its value', () => {
    const facts = { id: 'reopen-window', unit: 'ms', budget: 400 };
    expect(plainRow({ ...facts, value: 400 }).ok).toBe(true);
    expect(plainRow({ ...facts, value: 400.2 }).ok).toBe(false);
  });

  it('is judged by its ratio where there is something to compare with', () => {
    const facts = { id: 'start-to-tray', unit: 'ms', budget: 1.3, baseline: 200 };
    expect(ratioRow({ ...facts, value: 260 })).toEqual({
      id: 'start-to-tray',
      value: 260,
      unit: 'ms',
      baseline: 200,
      ratio: 1.3,
      budget: 1.3,
      ok: true,
    });
    expect(ratioRow({ ...facts, value: 263 }).ok).toBe(false);
  });

  it('without a budget is always fine', () => {
    expect(plainRow({ id: 'x', value: 1e9, unit: 's', budget: null }).ok).toBe(true);
  });
});

describe('the table', () => {
  it('lines its columns up and names what is over budget', () => {
    const rows = [
      ratioRow({ id: 'memory-no-window', value: 90, unit: 'MiB', baseline: 100, budget: 1.25 }),
      plainRow({ id: 'reopen-window', value: 900, unit: 'ms', budget: 400 }),
    ];
    expect(table(rows).split('\n')).toEqual([
      'id                value  unit  baseline  ratio   budget',
      'memory-no-window     90  MiB        100   0.9×  ≤ 1.25×  ok',
      'reopen-window       900  ms                       ≤ 400  OVER',
    ]);
  });
});

describe("the bench's options", () => {
  const ids = ['start-to-tray', 'idle-cpu'];

  it('are none by default', () => {
    expect(benchOptions([], ids)).toEqual({ kind: 'run', jsonPath: null, only: null });
  });

  it('name a file and one measurement', () => {
    expect(benchOptions(['--json', 'b.json', '--only', 'idle-cpu'], ids)).toEqual({
      kind: 'run',
      jsonPath: 'b.json',
      only: 'idle-cpu',
    });
  });

  it('name several measurements by what their ids begin with', () => {
    const options = benchOptions(['--only', 'start-to'], ids);
    expect(options).toEqual({ kind: 'run', jsonPath: null, only: 'start-to' });
    expect(ids.filter((id) => isNamed(id, 'start-to'))).toEqual(['start-to-tray']);
    expect(isNamed('start-to-tray', 'start-to-t')).toBe(false);
  });

  it.each([[['--json']], [['--only', 'everything']], [['--fast', 'x']]])(
    'are explained when wrong: %j',
    (args) => {
      expect(benchOptions(args, ids)).toHaveProperty(
        'message',
        expect.stringContaining('start-to-tray, idle-cpu'),
      );
    },
  );
});

import { beforeEach, describe, expect, it } from 'vitest';
import { FAULT_WINDOW_MS } from '../../../electron/desktop/fault-verdict.ts';
import { FaultResponse } from '../../../electron/fault-response.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';

let clock: ManualClock;
let done: string[];
beforeEach(() => {
  clock = new ManualClock();
  done = [];
});

const responding = (canNote = true): FaultResponse =>
  new FaultResponse({
    clock,
    noteRestart: () => {
      done.push('note');
      return canNote;
    },
    startAnew: () => done.push('start anew'),
    tell: ({ kind }) => done.push(kind),
    endWith: (thrown) => done.push(`end: ${String(thrown)}`),
  });

describe('after a fault', () => {
  it('a restart is noted before it begins', () => {
    responding().act('restart', 'x');
    expect(done).toEqual(['note', 'start anew']);
  });

  it('there is no restart of which the next run would not know', async () => {
    responding(false).act('restart', 'x');
    expect(done).toEqual(['note', 'fault-endured']);
    await clock.advance(FAULT_WINDOW_MS);
    expect(done).toEqual(['note', 'fault-endured', 'note', 'start anew']);
  });

  it('that came back, all starts anew ten minutes later, once', async () => {
    const response = responding();
    response.act('endure', 'x');
    await clock.advance(FAULT_WINDOW_MS / 2);
    response.act('endure', 'y');
    expect(done).toEqual(['fault-endured', 'fault-endured']);
    await clock.advance(FAULT_WINDOW_MS / 2);
    expect(done).toEqual(['fault-endured', 'fault-endured', 'note', 'start anew']);
    await clock.advance(FAULT_WINDOW_MS);
    expect(done).toHaveLength(4);
  });

  it('a run without a user ends with what was thrown', () => {
    responding().act('end', 'x');
    expect(done).toEqual(['end: x']);
  });
});

import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { endWhenLate, LATE_MS } from '../../../../electron/desktop/late-window.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

async function opened(...events: readonly string[]): Promise<{ ended: number; timers: number }> {
  const clock = new ManualClock();
  const window = new EventEmitter();
  let ended = 0;
  endWhenLate(window, {
    clock,
    endPage: () => {
      ended += 1;
    },
    logger: silentLogger,
  });
  for (const event of events) window.emit(event);
  const timers = clock.pendingCount;
  await clock.advance(2 * LATE_MS);
  return { ended, timers };
}

describe('a window that opens', () => {
  it('is left alone once it has something to show', async () => {
    expect(await opened('ready-to-show')).toEqual({ ended: 0, timers: 0 });
  });

  it('is left alone where it is put up empty', async () => {
    expect(await opened('show')).toEqual({ ended: 0, timers: 0 });
  });

  it('is left alone when it is closed before', async () => {
    expect(await opened('closed')).toEqual({ ended: 0, timers: 0 });
  });

  it('has its page ended, once, where it shows nothing at all', async () => {
    expect(await opened()).toEqual({ ended: 1, timers: 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { NetworkReturn } from '../../../../electron/desktop/network-return.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

function setUp(isOnlineAtStart: boolean) {
  const clock = new ManualClock();
  const network = { isOnline: isOnlineAtStart };
  let returns = 0;
  const watch = new NetworkReturn({
    isOnline: () => network.isOnline,
    clock,
    onReturn: () => {
      returns += 1;
    },
  });
  return { clock, network, watch, returns: () => returns };
}

describe('the return of the network', () => {
  it('is noticed within 30 seconds, once', async () => {
    const { clock, network, returns, watch } = setUp(false);
    watch.setWaiting(true);
    await clock.advance(30_000);
    expect(returns()).toBe(0);
    network.isOnline = true;
    await clock.advance(30_000);
    expect(returns()).toBe(1);
    await clock.advance(300_000);
    expect(returns()).toBe(1);
  });

  it('is no return when it was never gone', async () => {
    const { clock, returns, watch } = setUp(true);
    watch.setWaiting(true);
    await clock.advance(300_000);
    expect(returns()).toBe(0);
  });

  it('runs no timer unless somebody waits, and never one faster than 30 seconds', () => {
    const { clock, watch } = setUp(false);
    expect(clock.pendingCount).toBe(0);
    watch.setWaiting(true);
    watch.setWaiting(true);
    expect(clock.pendingCount).toBe(1);
    expect(clock.nextDueInMs).toBe(30_000);
    watch.setWaiting(false);
    expect(clock.pendingCount).toBe(0);
  });
});

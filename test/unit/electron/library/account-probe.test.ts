import { describe, expect, test, vi } from 'vitest';
import { AccountProbe, probeRetryDelayMs } from '../../../../electron/library/account-probe.ts';
import type { ApiFailure, ApiResult } from '../../../../electron/spotify/api-failure.ts';
import type { Profile } from '../../../../electron/spotify/catalogue.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const profile: Profile = {
  accountKey: 'account-1',
  userId: 'user-1',
  displayName: 'Ada',
  country: 'NL',
};
const ok: ApiResult<Profile> = { kind: 'ok', value: profile };
const failed = (failure: ApiFailure): ApiResult<Profile> => ({ kind: 'failed', failure });

describe('probeRetryDelayMs', () => {
  const nowMs = 1_000_000;
  test.each<[ApiFailure, number]>([
    [{ kind: 'network', code: 'ECONNRESET' }, 60_000],
    [{ kind: 'network', code: 'ECONNRESET', nextTryAtMs: nowMs + 4_000 }, 4_000],
    [{ kind: 'network', code: 'ECONNRESET', nextTryAtMs: nowMs - 4_000 }, 1_000],
    [{ kind: 'network', code: 'ECONNRESET', nextTryAtMs: nowMs + 86_400_000 }, 3_600_000],
    [{ kind: 'server', status: 502 }, 60_000],
    [{ kind: 'unreadable', status: 200 }, 60_000],
    [{ kind: 'unauthorized' }, 60_000],
    [{ kind: 'session', state: { kind: 'keychain-locked' } }, 60_000],
    [{ kind: 'not-now', reason: 'rate-limited', untilMs: nowMs + 5_000 }, 60_000],
    [{ kind: 'not-now', reason: 'rate-limited', untilMs: nowMs + 120_000 }, 120_000],
    [{ kind: 'not-now', reason: 'quota-exhausted', untilMs: nowMs + 86_400_000 }, 3_600_000],
    [{ kind: 'not-allow-listed' }, 3_600_000],
    [{ kind: 'scope-missing' }, 3_600_000],
    [{ kind: 'forbidden' }, 3_600_000],
    [{ kind: 'not-found' }, 3_600_000],
    [{ kind: 'unexpected', status: 418 }, 3_600_000],
  ])('after %j it waits %d ms', (failure, delayMs) => {
    expect(probeRetryDelayMs(failure, nowMs, 1)).toBe(delayMs);
  });
});

test.each<[ApiFailure, readonly number[]]>([
  [{ kind: 'unauthorized' }, [1, 2, 4, 8, 15, 15]],
  [{ kind: 'server', status: 502 }, [1, 2, 4, 8, 15, 15]],
  [{ kind: 'session', state: { kind: 'keychain-locked' } }, [1, 1, 1, 1, 1, 1]],
])('after %j again and again it waits %j minutes', (failure, minutes) => {
  const delays = minutes.map((_, index) => probeRetryDelayMs(failure, 0, index + 1));
  expect(delays).toEqual(minutes.map((count) => count * 60_000));
});

describe('AccountProbe', () => {
  function probeAnswering(...answers: ApiResult<Profile>[]) {
    const clock = new ManualClock();
    const ask = vi.fn(async () => answers.shift() ?? ok);
    const onProfile = vi.fn();
    return {
      clock,
      ask,
      onProfile,
      probe: new AccountProbe({ clock, api: { profile: ask }, onProfile }),
    };
  }

  test('reports the profile once it is answered', async () => {
    const { clock, probe, onProfile } = probeAnswering(ok);
    probe.ask();
    await clock.advance(0);
    expect(onProfile).toHaveBeenCalledExactlyOnceWith(profile);
    expect(clock.pendingCount).toBe(0);
  });

  test('asks again after trouble until there is an answer', async () => {
    const trouble = failed({ kind: 'server', status: 502 });
    const { clock, probe, ask, onProfile } = probeAnswering(trouble, trouble, ok);
    probe.ask();
    await clock.advance(59_999);
    expect(ask).toHaveBeenCalledTimes(1);
    await clock.advance(1);
    expect(ask).toHaveBeenCalledTimes(2);
    await clock.advance(120_000);
    expect(ask).toHaveBeenCalledTimes(3);
    expect(onProfile).toHaveBeenCalledOnce();
  });

  test('asks once when it is asked twice at a time', async () => {
    const { clock, probe, ask } = probeAnswering(ok);
    probe.ask();
    probe.ask();
    await clock.advance(0);
    expect(ask).toHaveBeenCalledOnce();
  });

  test('does not wait for its timer when it is asked again', async () => {
    const { clock, probe, onProfile } = probeAnswering(failed({ kind: 'not-allow-listed' }), ok);
    probe.ask();
    await clock.advance(1_000);
    probe.ask();
    await clock.advance(0);
    expect(onProfile).toHaveBeenCalledOnce();
  });

  test('reports nothing and keeps no timer after it was stopped', async () => {
    const { clock, probe, onProfile } = probeAnswering(ok);
    probe.ask();
    probe.stop();
    await clock.advance(0);
    expect(onProfile).not.toHaveBeenCalled();
    expect(clock.pendingCount).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { windowCrashVerdict } from '../../../electron/desktop/window-crash-verdict.ts';
import { NoticeBoard } from '../../../electron/notice-board.ts';
import { WindowCrashes } from '../../../electron/window-crashes.ts';
import { silentLogger } from '../../../shared/logger.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';

it.each([
  [null, 0, 'open-again'],
  [0, 59_999, 'stay-closed'],
  [0, 60_000, 'open-again'],
] as const)('a window that crashed at %s and at %s: %s', (lastMs, nowMs, verdict) => {
  expect(windowCrashVerdict(lastMs, nowMs)).toBe(verdict);
});

describe('a window that crashes', () => {
  function crashing() {
    const clock = new ManualClock();
    const notices = new NoticeBoard();
    const did: string[] = [];
    const clicks: (() => void)[] = [];
    const crashes = new WindowCrashes({
      clock,
      logger: silentLogger,
      notices,
      openAgain: () => did.push('open'),
      leavePage: () => did.push('leave page'),
      notify: ({ title, onClick }) => {
        did.push(title);
        clicks.push(onClick);
      },
    });
    return { clock, notices, did, clicks, crashes };
  }

  it('opens again and says so', () => {
    const { notices, did, crashes } = crashing();
    crashes.crashed();
    expect(did).toEqual(['open']);
    expect(notices.all.map(({ kind }) => kind)).toEqual(['window-opened-again']);
  });

  it('stays closed when it crashes again within a minute; a click opens it elsewhere', async () => {
    const { clock, notices, did, clicks, crashes } = crashing();
    crashes.crashed();
    await clock.advance(59_000);
    crashes.crashed();
    expect(did).toEqual(['open', 'leave page', 'The Cratewatch window closed twice']);
    expect(notices.all.map(({ kind }) => kind)).toEqual(['window-stayed-closed']);
    clicks[0]?.();
    expect(did.at(-1)).toBe('open');
  });

  it('opens again when it crashes after a calm while', async () => {
    const { clock, did, crashes } = crashing();
    crashes.crashed();
    await clock.advance(60_000);
    crashes.crashed();
    expect(did).toEqual(['open', 'open']);
  });
});

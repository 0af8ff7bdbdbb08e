import { describe, expect, test, vi } from 'vitest';
import { sendEvent } from '../../../../electron/ipc/send-event.ts';

describe('sendEvent', () => {
  test('sends the payload on the channel of the contract', () => {
    const target = { isDestroyed: () => false, send: vi.fn() };
    sendEvent(target, 'changes', 'arrived', { count: 3 });
    expect(target.send).toHaveBeenCalledExactlyOnceWith('cratewatch:changes:arrived', { count: 3 });
  });

  test('leaves behind what the contract does not name', () => {
    const target = { isDestroyed: () => false, send: vi.fn() };
    const payload = { count: 3, refreshToken: 'a-secret' };
    sendEvent(target, 'changes', 'arrived', payload);
    expect(target.send).toHaveBeenCalledWith('cratewatch:changes:arrived', { count: 3 });
  });

  test('sends nothing to a window that is gone', () => {
    const target = { isDestroyed: () => true, send: vi.fn() };
    sendEvent(target, 'changes', 'arrived', { count: 3 });
    expect(target.send).not.toHaveBeenCalled();
  });
});

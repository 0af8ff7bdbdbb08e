import { describe, expect, it } from 'vitest';
import { sessionBusAddress } from '../../../../scripts/desktop/session-bus-address.ts';

const always = () => true;

describe('the session bus of a cron job', () => {
  it("is the socket in the user's runtime folder", () => {
    const asked: string[] = [];
    const exists = (path: string) => asked.push(path) > 0;
    expect(sessionBusAddress({}, 1000, exists)).toBe('unix:path=/run/user/1000/bus');
    expect(asked).toEqual(['/run/user/1000/bus']);
  });

  it('follows XDG_RUNTIME_DIR', () => {
    expect(sessionBusAddress({ XDG_RUNTIME_DIR: '/r' }, 1000, always)).toBe('unix:path=/r/bus');
  });

  it('is left alone where the environment names one', () => {
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/x' };
    expect(sessionBusAddress(env, 1000, always)).toBeUndefined();
  });

  it('is unknown where there is no socket', () => {
    expect(sessionBusAddress({}, 1000, () => false)).toBeUndefined();
  });

  it('is unknown on systems without user numbers', () => {
    expect(sessionBusAddress({}, undefined, always)).toBeUndefined();
  });
});

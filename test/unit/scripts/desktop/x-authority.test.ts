import { describe, expect, it } from 'vitest';
import { xAuthority } from '../../../../scripts/desktop/x-authority.ts';

describe('the X authority file', () => {
  it('holds one wild entry: family, address, number, name and cookie, each with its length', () => {
    const cookie = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
    const name = Buffer.from('MIT-MAGIC-COOKIE-1').toString('hex');
    expect(xAuthority(cookie).toString('hex')).toBe(
      `ffff${'0000'}${'0000'}${'0012'}${name}${'0010'}${cookie.toString('hex')}`,
    );
  });
});

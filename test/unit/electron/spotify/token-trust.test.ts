import { beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import { TokenTrust } from '../../../../electron/spotify/token-trust.ts';

const [OLD, NEW, NEWER] = [new Secret('old'), new Secret('new'), new Secret('newer')];

let trust: TokenTrust;
beforeEach(() => {
  trust = new TokenTrust();
});

describe('a refused token', () => {
  it('is renewed once, however many met it', () => {
    expect([OLD, OLD, OLD].map((token) => trust.judge(token, 0))).toEqual([
      'renew',
      'repeat',
      'repeat',
    ]);
  });

  it('that is new is left alone for half a minute, and renewed once after that', () => {
    trust.judge(OLD, 0);
    expect(trust.isRefused(NEW, 0)).toBe(false);
    expect(trust.judge(NEW, 0)).toBe('give-up');
    expect([trust.judge(NEW, 29_999), trust.isRefused(NEW, 29_999)]).toEqual(['give-up', true]);
    expect(trust.isRefused(NEW, 30_000)).toBe(false);
    expect([trust.judge(NEW, 30_000), trust.judge(NEW, 30_000)]).toEqual(['renew', 'repeat']);
    expect(trust.judge(NEWER, 30_001)).toBe('give-up');
  });

  it('that worked before is renewed, whatever happened earlier', () => {
    trust.judge(OLD, 0);
    trust.accepted(NEW);
    expect([trust.judge(NEW, 0), trust.judge(NEW, 0)]).toEqual(['renew', 'repeat']);
  });

  it('is forgotten once it works all the same', () => {
    trust.judge(OLD, 0);
    trust.judge(NEW, 0);
    trust.accepted(NEW);
    expect(trust.isRefused(NEW, 1)).toBe(false);
  });

  it('is not trusted again because of an answer that was under way', () => {
    trust.judge(OLD, 0);
    trust.accepted(OLD);
    expect(trust.judge(NEW, 0)).toBe('give-up');
  });
});

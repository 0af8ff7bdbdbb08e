import { describe, expect, it } from 'vitest';
import { PROXY_ADDRESS_FAULTS } from '../../../../shared/proxy-address.ts';
import { PROXY_PASSWORD_FAULTS, PROXY_USER_FAULTS } from '../../../../shared/proxy-login.ts';
import type { ProxyAnswer, ProxyProblem } from '../../../../shared/proxy-setting.ts';
import { acceptedValue } from '../../../../shared/texts/advice.ts';
import {
  adviseOnProxyAddress,
  adviseOnProxyPassword,
  adviseOnProxyUser,
} from '../../../../shared/texts/proxy-advice.ts';
import { describeProxyAnswer } from '../../../../shared/texts/proxy-answer-texts.ts';
import { describeProxyProblem } from '../../../../shared/texts/proxy-fault-texts.ts';
import { complaintsAboutAdvice, sentenceOf } from './advice-sentences.ts';
import { complaintsAboutSentences } from './plain-words.ts';

const PROBLEMS: readonly ProxyProblem[] = [
  ...PROXY_ADDRESS_FAULTS.map((fault) => ({ field: 'address', fault }) as const),
  ...PROXY_USER_FAULTS.map((fault) => ({ field: 'user', fault }) as const),
  ...PROXY_PASSWORD_FAULTS.map((fault) => ({ field: 'password', fault }) as const),
];

const unquoted = (text: string): string => text.replace(/“[^”]*”/g, '“x”');

describe('a field of the proxy that cannot be taken', () => {
  it.each(PROBLEMS)('$field, $fault: is told in a plain sentence', (problem) => {
    expect(complaintsAboutSentences(unquoted(describeProxyProblem(problem)))).toEqual([]);
  });
});

describe('advice on the address of a proxy', () => {
  it.each([
    ['', 'empty', null, /^$/],
    ['http://proxy.example:3128', 'valid', 'http://proxy.example:3128', /^$/],
    ['proxy.example:3128', 'valid', 'http://proxy.example:3128', /Read as/],
    ['http://', 'incomplete', null, /name of the proxy is missing/],
    ['http://proxy.exam', 'incomplete', null, /port is missing/],
    ['socks5://proxy:1080', 'wrong', null, /SOCKS/],
    ['http://ann:x@proxy:3128', 'wrong', null, /fields of their own/],
    ['http://proxy:70000', 'wrong', null, /from 1 to 65535/],
    ['http://proxy:3128/x', 'wrong', null, /ends with the port/],
  ])('for %j is %s', (input, kind, value, text) => {
    const advice = adviseOnProxyAddress(input);
    expect(advice.kind).toBe(kind);
    expect(acceptedValue(advice)).toBe(value);
    expect(sentenceOf(advice)).toMatch(text);
    expect(complaintsAboutAdvice(advice)).toEqual([]);
  });
});

describe('advice on the name and password for a proxy', () => {
  it.each([
    ['', 'empty', null],
    ['  ', 'empty', null],
    [' ann ', 'valid', 'ann'],
    ['DOMAIN\\ann', 'valid', 'DOMAIN\\ann'],
    ['a:b', 'wrong', null],
    ['a\tb', 'wrong', null],
    ['x'.repeat(200), 'valid', 'x'.repeat(200)],
    ['x'.repeat(201), 'wrong', null],
  ])('the name %j is %s', (input, kind, value) => {
    const advice = adviseOnProxyUser(input);
    expect(advice.kind).toBe(kind);
    expect(acceptedValue(advice)).toBe(value);
  });

  it.each([
    ['', 'empty', null],
    [' ', 'valid', ' '],
    [' p:ss ', 'valid', ' p:ss '],
    ['a\nb', 'wrong', null],
    ['x'.repeat(256), 'valid', 'x'.repeat(256)],
    ['x'.repeat(257), 'wrong', null],
  ])('the password %j is %s', (input, kind, value) => {
    const advice = adviseOnProxyPassword(input);
    expect(advice.kind).toBe(kind);
    expect(acceptedValue(advice)).toBe(value);
  });
});

describe('what came of setting the proxy', () => {
  it('is silent where it holds', () => {
    expect(describeProxyAnswer({ ok: true, value: { kind: 'done' } })).toBeNull();
  });

  it.each<ProxyAnswer>([
    { kind: 'invalid', problems: [{ field: 'address', fault: 'no-port' }] },
    { kind: 'keychain-failed' },
    { kind: 'left-behind' },
    { kind: 'not-written' },
  ])('is a plain sentence for %o', (value) => {
    const text = describeProxyAnswer({ ok: true, value }) ?? '';
    expect(complaintsAboutSentences(unquoted(text))).toEqual([]);
  });

  it('names every field that is wrong', () => {
    const problems: ProxyProblem[] = [
      { field: 'address', fault: 'no-port' },
      { field: 'user', fault: 'colon' },
    ];
    const text = describeProxyAnswer({ ok: true, value: { kind: 'invalid', problems } });
    expect(text).toContain('port is missing');
    expect(text).toContain('colon');
  });
});

import { describe, expect, it } from 'vitest';
import {
  blamesIssuer,
  certificateFaultOf,
  NetworkFailure,
  networkFailureCode,
  wasNeverSent,
} from '../../../../electron/network/network-failure.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('somebody unknown who vouches', () => {
  it.each<[string, unknown, boolean]>([
    ['for the server', withCode('SELF_SIGNED_CERT_IN_CHAIN'), true],
    [
      'for the proxy',
      new NetworkFailure('PROXY_UNUSABLE', withCode('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')),
      true,
    ],
    ['is not to blame for a date', withCode('CERT_HAS_EXPIRED'), false],
    ['is not to blame for a name', withCode('ERR_TLS_CERT_ALTNAME_INVALID'), false],
    ['is not to blame for a reset', new TypeError('x', { cause: withCode('ECONNRESET') }), false],
    ['is not to blame for what is no error', 'SELF_SIGNED', false],
  ])('%s', (_, error, expected) => {
    expect(blamesIssuer(error)).toBe(expected);
  });
});

describe('why nothing came back', () => {
  it.each<[string, unknown, string]>([
    ['a code of the system', withCode('ECONNREFUSED'), 'ECONNREFUSED'],
    ['one of ours', new NetworkFailure('PROXY_LOGIN', withCode('X')), 'PROXY_LOGIN'],
    [
      'a cause that is wrapped',
      new TypeError('x', { cause: new AggregateError([withCode('ETIMEDOUT')]) }),
      'ETIMEDOUT',
    ],
    ['an error without a code', new TypeError('x'), 'TypeError'],
    ['no error at all', 'x', 'UNKNOWN'],
  ])('is the word of %s', (_, error, code) => {
    expect(networkFailureCode(error)).toBe(code);
  });

  it('is found in a circle of causes without going round for ever', () => {
    const error = new Error('x');
    error.cause = error;
    expect(networkFailureCode(error)).toBe('Error');
  });

  it.each([
    ['CERT_HAS_EXPIRED', 'date'],
    ['CERT_NOT_YET_VALID', 'date'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'name'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'issuer'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'issuer'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'issuer'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'issuer'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'issuer'],
    ['ECONNRESET', null],
    ['PROXY_LOGIN', null],
  ])('%s is a fault of a certificate: %s', (code, fault) => {
    expect(certificateFaultOf(code)).toBe(fault);
  });

  it.each([
    ['ECONNREFUSED', true],
    ['EAI_AGAIN', true],
    ['UND_ERR_CONNECT_TIMEOUT', true],
    ['PROXY_LOGIN', true],
    ['PROXY_UNREACHABLE', true],
    ['PROXY_REFUSED', true],
    ['PROXY_GATEWAY', true],
    ['PROXY_UNUSABLE', true],
    ['CERT_HAS_EXPIRED', true],
    ['ECONNRESET', false],
    ['UND_ERR_SOCKET', false],
    ['UND_ERR_HEADERS_TIMEOUT', false],
    ['time-limit', false],
  ])('after %s the request was never sent: %s', (code, never) => {
    expect(wasNeverSent(code)).toBe(never);
  });
});

import { expect, test } from 'vitest';
import { codeOfAnswer, codeWithoutAnswer } from '../../../../electron/network/proxy-sockets.ts';

test.each([
  ['ECONNREFUSED', 'PROXY_UNREACHABLE'],
  ['ENOTFOUND', 'PROXY_UNREACHABLE'],
  ['EHOSTUNREACH', 'PROXY_UNREACHABLE'],
  ['ECONNRESET', 'PROXY_UNREACHABLE'],
  ['UND_ERR_SOCKET', 'PROXY_UNREACHABLE'],
  ['UND_ERR_CONNECT_TIMEOUT', 'PROXY_UNREACHABLE'],
  ['UND_ERR_HEADERS_TIMEOUT', 'PROXY_UNREACHABLE'],
  ['HPE_INVALID_CONSTANT', 'PROXY_UNUSABLE'],
  ['HTTPParserError', 'PROXY_UNUSABLE'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'PROXY_UNUSABLE'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'PROXY_UNUSABLE'],
  // A machine without a network says nothing about the proxy.
  ['ENETUNREACH', 'ENETUNREACH'],
  ['ENETDOWN', 'ENETDOWN'],
  ['EAI_AGAIN', 'EAI_AGAIN'],
  ['UND_ERR_DESTROYED', 'UND_ERR_DESTROYED'],
])('a proxy that ends with %s before it answers means %s', (code, meaning) => {
  expect(codeWithoutAnswer(code)).toBe(meaning);
});

test.each([
  [407, 'PROXY_LOGIN'],
  [403, 'PROXY_REFUSED'],
  [451, 'PROXY_REFUSED'],
  [502, 'PROXY_GATEWAY'],
  [503, 'PROXY_GATEWAY'],
  [599, 'PROXY_GATEWAY'],
  [404, 'PROXY_UNUSABLE'],
  [405, 'PROXY_UNUSABLE'],
  [302, 'PROXY_UNUSABLE'],
])('a proxy that answers %d means %s', (status, meaning) => {
  expect(codeOfAnswer(status)).toBe(meaning);
});

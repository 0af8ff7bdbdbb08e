import { expect, test } from 'vitest';
import { withOfferedRedirectUri } from '../../../../electron/session/offered-settings.ts';
import {
  DEFAULT_REDIRECT_PORTS,
  DEFAULT_SESSION_SETTINGS,
  sessionSettingsSchema,
} from '../../../../shared/session-settings.ts';

const defaults = DEFAULT_SESSION_SETTINGS;

test('nothing offered changes nothing', () => {
  expect(withOfferedRedirectUri(defaults, null)).toBe(defaults);
});

test('an address that Cratewatch can listen on comes first', () => {
  const settings = withOfferedRedirectUri(defaults, 'http://127.0.0.1:9090/callback');
  expect(settings).toEqual({
    ...defaults,
    redirectPorts: [9_090, ...DEFAULT_REDIRECT_PORTS],
    manualRedirectUri: 'http://127.0.0.1:9090/callback',
  });
  expect(sessionSettingsSchema.safeParse(settings).success).toBe(true);
});

test('one of the default ports only moves to the front', () => {
  const [first, second, third] = DEFAULT_REDIRECT_PORTS;
  expect(
    withOfferedRedirectUri(defaults, `http://127.0.0.1:${third}/callback`).redirectPorts,
  ).toEqual([third, first, second]);
});

test.each([
  ['another path', 'http://127.0.0.1:9090/'],
  ['another host', 'http://localhost:9090/callback'],
  ['https', 'https://127.0.0.1:9090/callback'],
  ['no port', 'http://127.0.0.1/callback'],
  ['a port of the system', 'http://127.0.0.1:80/callback'],
  ['a server of the user’s own', 'https://music.example.org/callback'],
])('an address with %s serves only the pasted way', (_, redirectUri) => {
  expect(withOfferedRedirectUri(defaults, redirectUri)).toEqual({
    ...defaults,
    manualRedirectUri: redirectUri,
  });
});

test('what the user set himself stays', () => {
  const own = { ...defaults, redirectPorts: [50_000], manualRedirectUri: 'https://example.org/' };
  expect(withOfferedRedirectUri(own, 'http://127.0.0.1:9090/callback')).toEqual(own);
  const anyPort = { ...defaults, redirectPorts: [0] };
  expect(withOfferedRedirectUri(anyPort, 'http://127.0.0.1:9090/callback').redirectPorts).toEqual([
    0,
  ]);
});

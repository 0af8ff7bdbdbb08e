import { inspect } from 'node:util';

/** One way in which a secret could find its way into a message. */
export interface Context {
  readonly name: string;
  readonly write: (secret: string) => string;
  /** False where writing encodes or quotes the end of a line. */
  readonly keepsLineEnds: boolean;
  /** Which secrets can stand there at all; all by default. */
  readonly takes?: (secret: string) => boolean;
}

/** An end of a line as it is, with an indent, escaped in JSON (twice too) and percent-encoded. */
export const LINE_ENDS = ['\n', '\r\n', '\n    ', '\\n', '\\r\\n', '\\\\n'] as const;

const open = (name: string, write: (secret: string) => string): Context => ({
  name,
  write,
  keepsLineEnds: true,
});
const encoded = (name: string, write: (secret: string) => string): Context => ({
  name,
  write,
  keepsLineEnds: false,
});
/** An unquoted value ends at a gap; a token's also at what parts a form, a list or a header. */
const unquoted = (context: Context, name: string): Context => ({
  ...context,
  takes: (secret) => !(/pass/i.test(name) ? /[\s"'`<>]/ : /[\s"'`<>&,;)}\]\\]/).test(secret),
});

/** Nothing says that it is a secret. */
export const OPEN_CONTEXTS: readonly Context[] = [
  open('bare', (secret) => secret),
  open('sentence', (secret) => `Spotify did not take ${secret} and said so.`),
  open('double quotes', (secret) => `Unexpected "${secret}", line 3`),
  open('single quotes', (secret) => `Unexpected '${secret}' (line 3)`),
  open('backticks', (secret) => `Unexpected \`${secret}\`.`),
  open('brackets', (secret) => `[${secret}] (${secret}) {${secret}} <${secret}>`),
  open('punctuation', (secret) => `${secret}: ${secret}; ${secret}, ${secret}! ${secret}?`),
  open('dashes', (secret) => `before – ${secret} – after … ${secret}`),
  open('tabs', (secret) => `\t${secret}\t${secret}\t`),
  open('field', (secret) => `status=401 value=${secret} attempt=2`),
  encoded('JSON', (secret) => JSON.stringify({ value: secret, status: 401 })),
  encoded('JSON in JSON', (secret) => JSON.stringify({ body: JSON.stringify({ value: secret }) })),
  encoded('array', (secret) => JSON.stringify([secret, secret])),
  encoded('path', (secret) => `GET https://api.example/v1/${encodeURIComponent(secret)}/rows`),
  encoded('query', (secret) => `GET https://api.example/v1/me?q=${encodeURIComponent(secret)}&n=1`),
  encoded('fragment', (secret) => `app://page/index.html#/x?v=${encodeURIComponent(secret)}`),
  encoded('query encoded twice', (secret) =>
    encodeURIComponent(`https://a.example/?v=${encodeURIComponent(secret)}`),
  ),
  encoded('form', (secret) => new URLSearchParams({ value: secret, n: '1' }).toString()),
  open('stack', (secret) => {
    const error = new TypeError(`cannot use ${secret}`);
    return `${error.stack}`;
  }),
  open('inspected error', (secret) => inspect(new Error(secret))),
  encoded('inspected object', (secret) => inspect({ deep: { value: secret, n: 1 } })),
  encoded('inspected map', (secret) => inspect(new Map([['value', secret]]))),
];

const NAMES = [
  'access_token',
  'refreshToken',
  'REFRESH_TOKEN',
  'client_secret',
  'Client-Secret',
  'code_verifier',
  'password',
  'proxyPassword',
  'sp_dc',
  'x-api-key',
] as const;

/** A name says that it is a secret, so it may be short or look like words. */
export const NAMED_CONTEXTS: readonly Context[] = NAMES.flatMap((name) => [
  unquoted(
    open(`${name}=`, (secret) => `${name}=${secret} status=401`),
    name,
  ),
  encoded(`${name} in JSON`, (secret) => JSON.stringify({ [name]: secret, n: 1 })),
  encoded(`${name} in JSON in JSON`, (secret) =>
    JSON.stringify({ body: JSON.stringify({ [name]: secret }) }),
  ),
  encoded(`${name} in JSON, thrice`, (secret) =>
    JSON.stringify(JSON.stringify(JSON.stringify({ [name]: secret, n: 1 }))),
  ),
  encoded(`${name} inspected`, (secret) => inspect({ [name]: secret, n: 1 })),
  encoded(`${name} in a form`, (secret) =>
    new URLSearchParams({ n: '1', [name]: secret }).toString(),
  ),
  encoded(`${name} in a query, encoded`, (secret) =>
    encodeURIComponent(`https://a.example/?${name}=${encodeURIComponent(secret)}&n=1`),
  ),
  encoded(`${name} in JSON, encoded`, (secret) =>
    encodeURIComponent(JSON.stringify({ [name]: secret })),
  ),
  encoded(`${name} in JSON, encoded twice`, (secret) =>
    encodeURIComponent(encodeURIComponent(JSON.stringify({ [name]: secret }))),
  ),
]).concat([
  open('header', (secret) => `Authorization: Bearer ${secret}\r\nUser-Agent: undici`),
  open('cookie header', (secret) => `cookie: a=b; sp_dc=${secret}; c=d\r\nAccept: */*`),
  open('basic header', (secret) => `proxy-authorization: Basic ${secret}`),
  encoded('raw headers', (secret) => inspect(['Set-Cookie', `${secret}; Path=/`, 'Date', 'x'])),
]);

/** A name and a password before a host. */
export const LOGIN_CONTEXTS: readonly Context[] = [
  encoded('proxy', (secret) => `http://ada:${encodeURIComponent(secret)}@127.0.0.1:8080`),
  encoded('socks proxy', (secret) => `via socks5://${encodeURIComponent(secret)}@proxy.intern`),
  encoded('proxy encoded', (secret) =>
    encodeURIComponent(`http://ada:${encodeURIComponent(secret)}@proxy.intern:8080/`),
  ),
  {
    ...encoded(
      'proxy as typed',
      (secret) => `The proxy http://ada:${secret}@127.0.0.1:8080 refused`,
    ),
    takes: (secret) => !/[\s/?#"'<>\\]/.test(secret),
  },
  encoded('URL inspected', (secret) =>
    inspect(new URL(`http://ada:${encodeURIComponent(secret)}@127.0.0.1:8080`)),
  ),
];

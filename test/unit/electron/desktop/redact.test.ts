import { describe, expect, it } from 'vitest';
import { logLine } from '../../../../electron/desktop/log-line.ts';
import { redact } from '../../../../electron/desktop/redact.ts';

describe('a redacted line', () => {
  it.each([
    'Light check done items=12000 requests=12 changes=3',
    'The token request failed code=ECONNRESET attempt=2',
    'Answer status=429 code=404 state=active untilMs=1795300000000',
    'kept as /home/anna/.config/Cratewatch/settings.json.damaged-20261121T033000',
    'TypeError: requestSingleInstanceLock is not a function',
    'at MainWindow.open (file:///opt/Cratewatch/resources/app.asar/out/main/main.js:12:34)',
    'net::ERR_INTERNET_DISCONNECTED ERR_CONNECTION_REFUSED',
    'Internal error id=0f8fad5b-d9cb-469f-a165-70867728950e',
    'Redirect URI http://127.0.0.1:43821/callback',
    'An IPC call was not answered group=library name=rows id=3f9ac81b stack="Error: no such table"',
    'at Object.readFileUtf8 (node:fs:441:20)',
    'at async processTicksAndRejections (node:internal/process/task_queues:105:5)',
    'at TLSSocket.onConnectSecure (node:_tls_wrap:1679:34)',
    'at compose (file:///opt/Cratewatch/resources/app.asar/out/main/compose-CX3dk_9a.js:12:34)',
    'at drawRow (index-Dk3jf_2a.js:1:2345) < renderWithHooks (index-Dk3jf_2a.js:9:99)',
    "Error: ENOSPC: no space left on device, write '/home/anna/.config/Cratewatch/library.sqlite-wal'",
    'SqliteError: SQLITE_IOERR_SHMSIZE: disk I/O error at line 12 of schema 0006',
    'unable to verify the first certificate UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_HAS_EXPIRED',
    'UND_ERR_CONNECT_TIMEOUT UND_ERR_HEADERS_TIMEOUT ERR_TLS_CERT_ALTNAME_INVALID',
    'The name org.freedesktop.secrets was not provided by any .service files',
    'A helper process ended type=GPU reason=crashed exitCode=139 name=null',
    'Cratewatch 0.1.0-beta.2 Electron 45.4.1 Chromium 142.0.7444.59 Node 24.11.0 linux-x64',
    'Token refresh cause=scheduled outcome=refreshed',
    'Web API request family=playlist-items status=200 milliseconds=132.5',
    'The proxy wants a password code=UND_ERR_PROXY status=407 token=null secret=undefined',
    '2026-11-21T19:53:00.123Z +01:00 Europe/Berlin de-DE',
    'node_modules/@photostructure/sqlite/prebuilds/linux-x64/node.napi.glibc.node',
  ])('leaves what helps to find a fault: %s', (line) => {
    expect(redact(line)).toBe(line);
  });
});

describe('what is hidden without need', () => {
  it('is Spotify’s ids, since they tell what somebody listens to', () => {
    expect(redact('GET https://api.spotify.com/v1/playlists/37i9dQZF1DXcBWIGoYBM5M/items')).toBe(
      'GET https://api.spotify.com/v1/playlists/[hidden]/items',
    );
  });

  it('is no more of an address than the name and the password in it', () => {
    expect(redact('via http://ada:letmein12@proxy.example:8080/ in vain')).toBe(
      'via http://[hidden]@proxy.example:8080/ in vain',
    );
  });

  it('is no more of a header dump than the header', () => {
    expect(redact('Authorization: Bearer abc\r\nUser-Agent: undici\r\nAccept: text/html')).toBe(
      'Authorization: [hidden]\r\nUser-Agent: undici\r\nAccept: text/html',
    );
  });
});

describe('a log line', () => {
  it('holds the message and its fields', () => {
    expect(logLine('Check done', { items: 3, whole: true, list: null, why: 'by hand' })).toBe(
      'Check done items=3 whole=true list=null why="by hand"',
    );
  });

  it('indents further lines, so that nothing can pass for an entry of its own', () => {
    expect(logLine('First\n2026-11-21 error forged')).toBe('First\n    2026-11-21 error forged');
  });

  it('indents after every end of a line that there is', () => {
    expect(logLine('One\r\ntwo\rthree')).toBe('One\n    two\n    three');
  });

  it('is cut where a message is huge, between two words, and says by how much', () => {
    const line = logLine('ada@example.org '.repeat(100_000));
    expect(line.length).toBeLessThan(16_500);
    expect(line).toMatch(/^(?:\[e-mail\] )+/);
    expect(line).toMatch(/ … 15836\d\d more characters$/);
    expect(line).not.toContain('ada');
  });

  it('is redacted as a whole', () => {
    expect(logLine('Answer', { access_token: 'abc', stack: 'Bearer abc' })).toBe(
      'Answer access_token=[hidden] stack="Bearer [hidden]"',
    );
  });
});

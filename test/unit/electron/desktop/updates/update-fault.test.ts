import { describe, expect, it } from 'vitest';
import { UnfitRelease, updateFault } from '../../../../../electron/desktop/updates/update-fault.ts';
import type { UpdateFault } from '../../../../../shared/update-state.ts';

function failure(message: string, code?: string): Error {
  return code === undefined ? new Error(message) : Object.assign(new Error(message), { code });
}

describe('what went wrong with a newer version', () => {
  it.each<[Error, UpdateFault]>([
    [failure('net::ERR_INTERNET_DISCONNECTED'), 'offline'],
    [failure('net::ERR_NAME_NOT_RESOLVED'), 'unreachable'],
    [failure('net::ERR_CONNECTION_REFUSED'), 'unreachable'],
    [failure('net::ERR_CONTENT_LENGTH_MISMATCH'), 'unreachable'],
    [failure('net::ERR_PROXY_CONNECTION_FAILED'), 'proxy'],
    [failure('net::ERR_TUNNEL_CONNECTION_FAILED'), 'proxy'],
    [failure('net::ERR_CERT_AUTHORITY_INVALID'), 'untrusted'],
    [failure('net::ERR_BLOCKED_BY_CLIENT'), 'led-astray'],
    [failure('Too many redirects (> 10)'), 'led-astray'],
    [failure('404 ', 'HTTP_ERROR_404'), 'not-there'],
    [failure('503 ', 'HTTP_ERROR_503'), 'server-trouble'],
    [failure('429 ', 'HTTP_ERROR_429'), 'server-trouble'],
    [failure('407 ', 'HTTP_ERROR_407'), 'proxy'],
    [failure('403 ', 'HTTP_ERROR_403'), 'unreadable'],
    [failure('Cannot download "http://x/y", status 404: Not Found'), 'not-there'],
    [failure('Cannot download "http://x/y", status 500: '), 'server-trouble'],
    [failure('…', 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'), 'not-there'],
    [failure('…', 'ERR_UPDATER_NO_PUBLISHED_VERSIONS'), 'not-there'],
    [
      failure(
        'Unable to find latest version on GitHub (https://github.com/a/b/releases/latest), please ensure a production release exists: HttpError: 404 \nHeaders: {}',
        'ERR_UPDATER_LATEST_VERSION_NOT_FOUND',
      ),
      'not-there',
    ],
    [
      failure(
        'Unable to find latest version on GitHub (https://github.com/a/b/releases/latest), please ensure a production release exists: Error: net::ERR_INTERNET_DISCONNECTED\n at x',
        'ERR_UPDATER_LATEST_VERSION_NOT_FOUND',
      ),
      'offline',
    ],
    [failure('sha512 checksum mismatch', 'ERR_CHECKSUM_MISMATCH'), 'damaged'],
    [failure('not signed', 'ERR_UPDATER_INVALID_SIGNATURE'), 'not-signed'],
    [failure('ENOSPC: no space left on device', 'ENOSPC'), 'no-room'],
    [failure('EACCES: permission denied', 'EACCES'), 'not-writable'],
    [failure('EROFS: read-only file system', 'EROFS'), 'not-writable'],
    [new UnfitRelease('no-package'), 'no-package'],
  ])('%o is told as %s', (error, fault) => {
    expect(updateFault(error, 'look')).toBe(fault);
    expect(updateFault(error, 'download')).toBe(fault);
  });

  it.each(['Error: net::ERR_INTERNET_DISCONNECTED', 'status 404:', 'HttpError: 404'])(
    'is not what a server writes into its answer: %s',
    (text) => {
      const error = failure(
        `Cannot parse update info: rawData: ${text}`,
        'ERR_UPDATER_INVALID_UPDATE_INFO',
      );
      expect(updateFault(error, 'look')).toBe('unreadable');
    },
  );

  it('that says nothing of itself is told by what was being done', () => {
    for (const error of [new TypeError('x is undefined'), 'a text', undefined]) {
      expect(updateFault(error, 'look')).toBe('unreadable');
      expect(updateFault(error, 'download')).toBe('unreachable');
      expect(updateFault(error, 'install')).toBe('damaged');
    }
  });
});

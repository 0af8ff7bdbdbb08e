import type { UpdateFault } from '../../../shared/update-state.ts';

/** A release that is refused before anything of it is fetched. */
export class UnfitRelease extends Error {
  readonly fault: UpdateFault;

  constructor(fault: UpdateFault) {
    super(fault);
    this.name = 'UnfitRelease';
    this.fault = fault;
  }
}

const BY_STEP = { look: 'unreadable', download: 'unreachable', install: 'damaged' } as const;

/** By the codes of electron-updater's own errors and of Node's. */
const BY_CODE: Readonly<Record<string, UpdateFault>> = {
  ERR_CHECKSUM_MISMATCH: 'damaged',
  ERR_UPDATER_CHANNEL_FILE_NOT_FOUND: 'not-there',
  ERR_UPDATER_NO_PUBLISHED_VERSIONS: 'not-there',
  ERR_UPDATER_INVALID_SIGNATURE: 'not-signed',
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
  EFBIG: 'no-room',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'not-writable',
};

/** By Chromium's names of what went wrong on the network (net_error_list.h). */
const BY_NET_ERROR: readonly (readonly [RegExp, UpdateFault])[] = [
  [/^(INTERNET_DISCONNECTED|NETWORK_CHANGED|ADDRESS_UNREACHABLE)$/, 'offline'],
  [/^(PROXY_|TUNNEL_|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|SOCKS_|UNEXPECTED_PROXY_AUTH)/, 'proxy'],
  [/^(CERT_|SSL_|BAD_SSL)/, 'untrusted'],
  [/^(BLOCKED_BY_CLIENT|UNSAFE_REDIRECT|TOO_MANY_REDIRECTS)$/, 'led-astray'],
];

/**
 * What an error of a look or a download means for the user. Its text may hold anything that a server
 * sent, so nothing of it is ever shown; only marks that no server writes are read.
 *
 * @param step - decides about an error that says nothing
 */
export function updateFault(error: unknown, step: keyof typeof BY_STEP): UpdateFault {
  if (error instanceof UnfitRelease) {
    return error.fault;
  }
  const code = codeOf(error);
  // The updater wraps a network's error into one of its own, and names it in the text.
  const text = error instanceof Error ? error.message.slice(0, 400) : '';
  const byCode = BY_CODE[code];
  if (byCode !== undefined) {
    return byCode;
  }
  if (!code.startsWith('ERR_UPDATER_INVALID')) {
    const netError = /\bnet::ERR_([A-Z_0-9]+)/.exec(text)?.[1];
    if (netError !== undefined) {
      return BY_NET_ERROR.find(([pattern]) => pattern.test(netError))?.[1] ?? 'unreachable';
    }
    const status = /^HTTP_ERROR_(\d{3})$/.exec(code)?.[1] ?? /, status (\d{3}):/.exec(text)?.[1];
    if (status !== undefined) {
      return byStatus(Number(status));
    }
    if (/Too many redirects/.test(text)) {
      return 'led-astray';
    }
    if (code === 'ERR_UPDATER_LATEST_VERSION_NOT_FOUND') {
      const wrapped = /HttpError: (\d{3})\b/.exec(text)?.[1];
      return wrapped === undefined ? 'unreadable' : byStatus(Number(wrapped));
    }
  }
  return BY_STEP[step];
}

function byStatus(status: number): UpdateFault {
  if (status === 407) return 'proxy';
  if (status === 404 || status === 410) return 'not-there';
  return status >= 500 || status === 429 ? 'server-trouble' : 'unreadable';
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

import { describe, expect, it } from 'vitest';
import {
  ExternalLinks,
  isAuthorizePage,
  isOpenable,
  linkUrl,
} from '../../../../electron/desktop/external-links.ts';
import { type LinkTarget, linkTargetSchema } from '../../../../shared/ipc-contract.ts';
import { silentLogger } from '../../../../shared/logger.ts';

const ACCOUNTS = 'https://accounts.spotify.com';
const SAMPLE = 'http://127.0.0.1:4000';

function setUp(openExternal?: () => Promise<void>) {
  const opened: string[] = [];
  const links = new ExternalLinks(async (url) => {
    opened.push(url);
    await openExternal?.();
  }, silentLogger);
  return { links, opened };
}

describe('a link of the window', () => {
  it.each<[LinkTarget, string]>([
    [{ kind: 'developer-dashboard' }, 'https://developer.spotify.com/dashboard'],
    [{ kind: 'account-apps' }, 'https://www.spotify.com/account/apps/'],
    [{ kind: 'releases' }, 'https://github.com/cratewatch/cratewatch/releases/latest'],
    [
      { kind: 'spotify-item', uri: 'spotify:track:4uLU6hMCjMI75M1A2tKUQC' },
      'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC',
    ],
    [
      { kind: 'spotify-item', uri: 'spotify:playlist:37i9' },
      'https://open.spotify.com/playlist/37i9',
    ],
  ])('%o leads to %s', async (target, url) => {
    const { links, opened } = setUp();
    expect(linkUrl(target)).toBe(url);
    expect(await links.openTarget(target)).toBe(true);
    expect(opened).toEqual([url]);
  });

  it('knows every target of the contract', () => {
    const kinds = linkTargetSchema.options.map((option) => option.shape.kind.value);
    expect(kinds).toEqual(['developer-dashboard', 'account-apps', 'releases', 'spotify-item']);
  });

  it('says so when the system has no program for it', async () => {
    const { links } = setUp(() => Promise.reject(new Error('no browser')));
    expect(await links.openTarget({ kind: 'account-apps' })).toBe(false);
  });
});

describe('an address for the browser', () => {
  it.each([
    'http://open.spotify.com/track/1',
    'https://open.spotify.com:8443/',
    'https://user:pass@open.spotify.com/',
    'https://open.spotify.com.evil.example/',
    'https://evil.example/open.spotify.com',
    'https://api.spotify.com/',
    'https://github.com/',
    'https://github.com/somebody/else/releases/latest',
    'https://github.com/cratewatch/cratewatch/releases/latest/../../../evil',
    'http://127.0.0.1:4000/authorize',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id',
    '',
  ])('is not opened when it is %s', (address) => {
    expect(isOpenable(address)).toBe(false);
  });
});

describe('the sign-in page', () => {
  it.each([
    [`${ACCOUNTS}/authorize?client_id=1`, ACCOUNTS, true],
    [`${SAMPLE}/authorize?client_id=1`, SAMPLE, true],
    ['http://[::1]:4000/authorize', 'http://[::1]:4000', true],
    [`${SAMPLE}/authorize`, ACCOUNTS, false],
    ['http://127.0.0.1:4001/authorize', SAMPLE, false],
    [`${ACCOUNTS}/authorize`, SAMPLE, false],
    ['https://evil.example/authorize', 'https://evil.example', false],
    ['http://accounts.spotify.com/authorize', 'http://accounts.spotify.com', false],
    ['file:///authorize', 'file:///', false],
  ])('%s of %s may be opened: %s', async (address, accountsUrl, expected) => {
    const { links, opened } = setUp();
    expect(isAuthorizePage(address, accountsUrl)).toBe(expected);
    expect(await links.openAuthorizePage(address, accountsUrl)).toBe(expected);
    expect(opened).toEqual(expected ? [address] : []);
  });
});

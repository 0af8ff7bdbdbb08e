import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DiagnosticsInput,
  diagnosticsText,
} from '../../../../../electron/desktop/diagnostics/diagnostics-text.ts';
import { logLine } from '../../../../../electron/desktop/log-line.ts';
import { DEFAULT_SETTINGS } from '../../../../../electron/storage/settings.ts';
import type { LibraryStatus } from '../../../../../shared/library-status.ts';
import { requestBudget } from '../../../../doubles/request-budget.ts';
import { eMail } from '../redact-secrets.ts';

const NO_NAMES: DiagnosticsInput['names'] = {
  homeFolder: '/home/ada',
  profileFolder: '/home/ada/.config/Cratewatch',
  userName: 'ada',
  hostName: 'analytical-engine',
  others: [],
};

const STATUS: LibraryStatus = {
  monitor: { kind: 'watching', nextCheckAtMs: 1_795_300_000_000 },
  totals: {
    savedTracks: 10_000,
    playlists: 300,
    watchedPlaylists: 200,
    playlistItems: 12_000,
    unavailableItems: 17,
  },
  collections: [{ kind: 'saved-tracks', listId: 1, state: 'watched', items: 10_000 }],
  lastCheckAtMs: 1,
  baselineAtMs: 1,
  unreadChanges: 4,
  changesPerDay: [{ dayStartMs: 0, added: 1, removed: 2, other: 3 }],
  requests: requestBudget(),
};

const INPUT: DiagnosticsInput = {
  versions: { Cratewatch: '0.1.0', Electron: '45.4.1', Node: '24.11.0', SQLite: '3.51.0' },
  system: {
    platform: 'linux',
    arch: 'x64',
    release: '6.1.0-37-amd64',
    desktop: 'ubuntu:GNOME',
    sessionType: 'wayland',
    locale: 'de-DE',
    utcOffsetMinutes: 60,
    isPackaged: true,
    isInAppImage: false,
  },
  uptimeSeconds: 86_400.4,
  formerEnd: 'clean',
  mode: 'spotify',
  session: { kind: 'signed-out', lastFailure: null },
  service: { kind: 'ok' },
  status: STATUS,
  settings: DEFAULT_SETTINGS,
  notices: [],
  logLines: [],
  names: NO_NAMES,
};

describe('the diagnostics', () => {
  it('hold versions, system, states, counts and the log', () => {
    const text = diagnosticsText({
      ...INPUT,
      session: { kind: 'sign-in-needed', reason: 'expired' },
      service: { kind: 'quota-exhausted', untilMs: 1 },
      notices: ['no-tray'],
      logLines: ['2026-11-21T19:53:00.000Z info  Token refresh cause=scheduled outcome=refreshed'],
    });
    for (const line of [
      '  Electron: 45.4.1',
      '  SQLite: 3.51.0',
      '  platform: linux-x64',
      '  desktop: ubuntu:GNOME',
      '  session type: wayland',
      '  locale: de-DE',
      '  minutes from UTC: 60',
      '  uptime in seconds: 86400',
      '  end of the last run: clean',
      '  session: sign-in-needed (expired)',
      '  service: quota-exhausted',
      '  monitor: watching',
      '  proxy: system',
      '  notices: no-tray',
      '  saved tracks: 10000',
      '  saved-tracks: 10000, watched',
      '  changes in 14 days: 6',
      'Settings that are not the default\n  none',
      '  2026-11-21T19:53:00.000Z info  Token refresh cause=scheduled outcome=refreshed',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
  });

  it('name settings that were changed, with their value where it tells nothing', () => {
    const text = diagnosticsText({
      ...INPUT,
      settings: {
        ...DEFAULT_SETTINGS,
        appearance: 'dark',
        tokenCache: 'file',
        checkIntervalMinutes: 30,
        quietHours: true,
        retentionMonths: null,
        redirectPorts: [50_000],
        manualRedirectUri: 'https://ada.example/callback',
        proxy: {
          kind: 'manual',
          address: 'http://proxy.ada.example:8080',
          user: 'ada',
          hasPassword: true,
        },
      },
    });
    const settings = text.slice(text.indexOf('Settings that'), text.indexOf('\n\nLog'));
    expect(settings.split('\n').slice(1).toSorted()).toEqual([
      '  appearance: dark',
      '  checkIntervalMinutes: 30',
      '  manualRedirectUri: changed',
      '  proxy: changed',
      '  quietHours: true',
      '  redirectPorts: changed',
      '  retentionMonths: none',
      '  tokenCache: file',
    ]);
    expect(text).toContain('  proxy: manual\n');
  });

  it('say so where the library cannot be read', () => {
    expect(diagnosticsText({ ...INPUT, status: null })).toContain('Library\n  status: unknown');
  });

  it.each([
    ['/home/ada/Music/x.txt', '~/Music/x.txt'],
    ['/home/grace/Music/x.txt', '~/Music/x.txt'],
    ['/Users/grace/Library/x.txt', '~/Library/x.txt'],
    ['C:\\Users\\Grace Hopper\\x.txt', '~ Hopper\\x.txt'],
    ['C:\\\\Users\\\\grace\\\\x.txt', '~\\\\x.txt'],
    ['/run/media/grace/Private Disk/x', '/run/media/… Disk/x'],
    ['/home/ada/.config/Cratewatch/library.sqlite', '<data>/library.sqlite'],
    ['on analytical-engine as Ada', 'on [private] as [private]'],
  ])('shorten paths that name their user: %s', (line, shown) => {
    expect(diagnosticsText({ ...INPUT, logLines: [line] })).toContain(`\n  ${shown}\n`);
  });

  const name = fc.oneof(
    fc
      .string({ minLength: 8, maxLength: 30, unit: 'grapheme-ascii' })
      .filter((text) => text.trim().length >= 8),
    fc.constantFrom(
      'Ada Lovelace',
      'Jörg Müller',
      'Songs for the drive',
      '李明的歌单 favourites',
      'A+B (live) [2]',
    ),
  );

  it('let out nothing private, whichever input it comes in by', () => {
    fc.assert(
      fc.property(
        name,
        name,
        name,
        eMail,
        fc.stringMatching(/^[0-9a-f]{32}$/),
        (displayName, accountKey, listName, address, clientId) => {
          const account = { key: accountKey, displayName };
          const text = diagnosticsText({
            ...INPUT,
            versions: { ...INPUT.versions, Extra: displayName },
            system: {
              ...INPUT.system,
              desktop: listName,
              sessionType: listName,
              locale: address,
              release: address,
            },
            session: { kind: 'confirming-account', expected: account, found: account },
            status: {
              ...STATUS,
              monitor: {
                kind: 'checking',
                progress: { kind: 'light-check', listName, itemsDone: 1, itemsTotal: null },
              },
            },
            settings: {
              ...DEFAULT_SETTINGS,
              clientId,
              session: { clientId, accountKey, displayName, authorizedAtMs: 1, ended: null },
              manualRedirectUri: `https://${clientId}.example/`,
              scopes: ['user-library-read'],
              proxy: {
                kind: 'manual',
                address: 'http://p.example:1',
                user: displayName,
                hasPassword: true,
              },
            },
            logLines: [
              logLine('Signed in', { displayName, accountKey, clientId }),
              logLine(`as ${displayName} <${address}>`),
              logLine('GET', { url: `https://a.example/?user=${encodeURIComponent(accountKey)}` }),
            ],
            names: { ...NO_NAMES, others: [displayName, accountKey, clientId] },
          });
          for (const secret of [displayName, accountKey, listName, address, clientId]) {
            expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

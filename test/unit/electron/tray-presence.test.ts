import { beforeEach, expect, test } from 'vitest';
import type { TrayHostAnswer } from '../../../electron/desktop/tray-host.ts';
import { NoticeBoard } from '../../../electron/notice-board.ts';
import { MemorySettingsStore } from '../../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../electron/storage/settings.ts';
import { TrayPresence } from '../../../electron/tray-presence.ts';
import { silentLogger } from '../../../shared/logger.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';

let clock: ManualClock;
let settings: MemorySettingsStore;
let notices: NoticeBoard;
let answer: TrayHostAnswer;
let news: (() => void) | null;
let did: string[];
let presence: TrayPresence;

beforeEach(() => {
  clock = new ManualClock();
  settings = new MemorySettingsStore(DEFAULT_SETTINGS);
  notices = new NoticeBoard();
  answer = 'not-there';
  news = null;
  did = [];
  presence = create();
});

function create(startsHidden = false): TrayPresence {
  return new TrayPresence({
    host: {
      ask: async () => answer,
      follow: (onNews) => {
        news = onNews;
        return () => {
          news = null;
        };
      },
    },
    clock,
    settings,
    notices,
    startsHidden,
    renewIcon: () => did.push('renew icon'),
    showMenuBar: (isShown) => did.push(isShown ? 'show menu' : 'hide menu'),
    openWindow: () => did.push('open window'),
    closeWindow: () => did.push('close unused window'),
    logger: silentLogger,
  });
}

test.each(['there', 'unknown'] as const)('does nothing where a panel is %s', async (found) => {
  answer = found;
  await presence.start();
  await clock.advance(60_000);
  expect([did, notices.all, news, clock.pendingCount]).toEqual([[], [], null, 0]);
});

test('without a panel the window opens after a while and says so, with a way to quit', async () => {
  await presence.start();
  await clock.advance(9_999);
  expect([did, notices.all]).toEqual([[], []]);
  await clock.advance(1);
  expect(did).toEqual(['show menu', 'open window']);
  expect(notices.all).toEqual([{ kind: 'no-tray', id: 'no-tray' }]);
});

test('a start without a window is more patient: at a login panels need their time', async () => {
  presence = create(true);
  await presence.start();
  await clock.advance(29_999);
  expect([did, notices.all]).toEqual([[], []]);
  await clock.advance(1);
  expect(did).toEqual(['show menu', 'open window']);
});

test('a panel that starts a little later gets the icon, and nobody is told anything', async () => {
  await presence.start();
  await clock.advance(5_000);
  answer = 'there';
  news?.();
  await clock.advance(60_000);
  expect(did).toEqual(['close unused window', 'hide menu', 'renew icon']);
  expect([notices.all, news]).toEqual([[], null]);
});

test('a panel that comes much later takes the notice away, and it counts as never read', async () => {
  await presence.start();
  await clock.advance(10_000);
  answer = 'there';
  news?.();
  await clock.advance(0);
  expect(did).toEqual([
    'show menu',
    'open window',
    'close unused window',
    'hide menu',
    'renew icon',
  ]);
  expect(notices.all).toEqual([]);
  expect(settings.read().trayAbsenceTold).toBe(false);
});

test('what is no panel yet changes nothing; the icon is put up once, however much is heard', async () => {
  await presence.start();
  news?.();
  await clock.advance(1);
  answer = 'there';
  const hear = news;
  hear?.();
  hear?.();
  hear?.();
  await clock.advance(1);
  expect(did).toEqual(['close unused window', 'hide menu', 'renew icon']);
});

test('once the notice was dismissed a start without a window stays one', async () => {
  await presence.start();
  await clock.advance(10_000);
  notices.dismiss('no-tray');
  expect(settings.read().trayAbsenceTold).toBe(true);
  presence.close();

  did = [];
  presence = create();
  await presence.start();
  await clock.advance(60_000);
  expect(did).toEqual(['show menu']);
  expect(notices.all).toEqual([]);
});

test('closed, it hears and tells nothing any more', async () => {
  await presence.start();
  presence.close();
  await clock.advance(60_000);
  expect([did, notices.all, news, clock.pendingCount]).toEqual([[], [], null, 0]);
});

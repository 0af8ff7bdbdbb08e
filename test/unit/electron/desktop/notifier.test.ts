import { EventEmitter } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, it } from 'vitest';
import { type DesktopNotice, Notifier } from '../../../../electron/desktop/notifier.ts';
import { RecordingLogger } from '../session/harness/recording-logger.ts';

interface Words {
  readonly title: string;
  readonly body: string;
  readonly icon?: string;
}

/** Electron's `Notification` on a desktop that does what the test says. */
function fakeDesktop(does: { supported?: boolean; fails?: 'create' | 'show' | 'close' } = {}) {
  const shown: FakeNotification[] = [];
  class FakeNotification extends EventEmitter {
    static isSupported = (): boolean => does.supported ?? true;
    readonly words: Words;
    isStanding = false;

    constructor(words: Words) {
      super();
      this.words = words;
      if (does.fails === 'create') throw new Error('No notification server');
    }

    show(): void {
      if (does.fails === 'show') throw new Error('No notification server');
      this.isStanding = true;
      shown.push(this);
    }

    close(): void {
      if (does.fails === 'close') throw new Error('The server went away');
      this.isStanding = false;
      this.emit('close');
    }
  }
  return { shown, Notification: FakeNotification };
}

let logger: RecordingLogger;
let clicks: string[];

beforeEach(() => {
  logger = new RecordingLogger();
  clicks = [];
});

function notice(title: string): DesktopNotice {
  return { title, body: 'More about it.', onClick: () => clicks.push(title) };
}

function notifierOn({ Notification }: ReturnType<typeof fakeDesktop>, iconPath: string | null) {
  return new Notifier({ Notification, iconPath, logger });
}

it('shows what it is given, with the icon where the desktop knows none', () => {
  const desktop = fakeDesktop();
  notifierOn(desktop, null).show(notice('One'));
  notifierOn(desktop, '/app/icon.png').show(notice('Two'));
  expect(desktop.shown.map(({ words }) => words)).toEqual([
    { title: 'One', body: 'More about it.' },
    { title: 'Two', body: 'More about it.', icon: '/app/icon.png' },
  ]);
});

it('tells of a click, each to the one it belongs to, and takes what was clicked away', () => {
  const desktop = fakeDesktop();
  const notifier = notifierOn(desktop, null);
  notifier.show(notice('One'));
  notifier.show(notice('Two'));
  desktop.shown[1]?.emit('click');
  expect(clicks).toEqual(['Two']);
  expect(desktop.shown.map(({ isStanding }) => isStanding)).toEqual([true, false]);
});

it('takes back what still stands when it closes, and shows nothing any more', () => {
  const desktop = fakeDesktop();
  const notifier = notifierOn(desktop, null);
  for (const title of ['One', 'Two', 'Three']) notifier.show(notice(title));
  desktop.shown[0]?.close();
  let closedAgain = 0;
  desktop.shown[0]?.on('close', () => {
    closedAgain += 1;
  });
  notifier.close();
  notifier.close();
  notifier.show(notice('Four'));
  expect(desktop.shown.map(({ isStanding }) => isStanding)).toEqual([false, false, false]);
  expect(closedAgain).toBe(0);
});

it('takes back a single one, once', () => {
  const desktop = fakeDesktop();
  const notifier = notifierOn(desktop, null);
  const takeBack = notifier.show(notice('One'));
  notifier.show(notice('Two'));
  takeBack();
  takeBack();
  expect(desktop.shown.map(({ isStanding }) => isStanding)).toEqual([false, true]);
});

it('keeps those that stand in memory, so that a click on one is not lost, and no others', async () => {
  const desktop = fakeDesktop();
  const notifier = notifierOn(desktop, null);
  notifier.show(notice('One'));
  notifier.show(notice('Two'));
  desktop.shown[1]?.close();
  // Nobody but the notifier holds them from here on.
  const [stands, isClosed] = desktop.shown.splice(0).map((each) => new WeakRef(each));
  await collectGarbage();
  expect(isClosed?.deref()).toBeUndefined();
  stands?.deref()?.emit('click');
  expect(clicks).toEqual(['One']);
});

it.each([
  [{ supported: false }, 'This desktop shows no notifications'],
  [{ fails: 'create' }, 'No notification server'],
  [{ fails: 'show' }, 'No notification server'],
] as const)('goes on where the desktop shows none: %o', (does, said) => {
  const notifier = notifierOn(fakeDesktop(does), null);
  expect(() => notifier.show(notice('One'))()).not.toThrow();
  expect(() => notifier.close()).not.toThrow();
  expect(logger.text).toContain(said);
});

it('goes on where a notification fails later or cannot be closed', () => {
  const desktop = fakeDesktop({ fails: 'close' });
  const notifier = notifierOn(desktop, null);
  notifier.show(notice('One'));
  notifier.show(notice('Two'));
  desktop.shown[0]?.emit('failed', {}, 'The server refused it');
  desktop.shown[1]?.emit('click');
  expect(clicks).toEqual(['Two']);
  expect(logger.text).toContain('The server refused it');
  expect(logger.text).toContain('The server went away');
});

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  // A weak reference holds until the turn in which it was made is over.
  await new Promise((resolve) => setImmediate(resolve));
  runInNewContext('gc')();
}

it('tells when one went away by itself, and not when it was taken back or clicked', () => {
  const desktop = fakeDesktop();
  const notifier = notifierOn(desktop, null);
  const closed: string[] = [];
  const takeBacks = ['One', 'Two', 'Three', 'Four'].map((title) =>
    notifier.show({ ...notice(title), onClose: () => closed.push(title) }),
  );
  takeBacks[0]?.();
  desktop.shown[1]?.emit('click');
  desktop.shown[2]?.emit('close');
  desktop.shown[3]?.emit('failed', {}, 'No notification server');
  expect(closed).toEqual(['Three', 'Four']);
});

it('shows a body once it is known how, unless it was taken back or everything ended before', async () => {
  const desktop = fakeDesktop();
  let answer: (text: string) => void = () => undefined;
  const question = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const { Notification } = desktop;
  const notifier = new Notifier({
    Notification,
    iconPath: null,
    logger,
    literalBody: (body) => (body === 'More about it.' ? question : body),
  });
  const takeBack = notifier.show(notice('One'));
  notifier.show(notice('Two'))();
  notifier.show({ ...notice('Three'), body: 'Plain.' });
  expect(desktop.shown.map(({ words }) => words.title)).toEqual(['Three']);
  answer('More &amp; more.');
  await question;
  expect(desktop.shown.map(({ words }) => [words.title, words.body])).toEqual([
    ['Three', 'Plain.'],
    ['One', 'More &amp; more.'],
  ]);
  takeBack();
  expect(desktop.shown[1]?.isStanding).toBe(false);
  notifier.show(notice('Four'));
  notifier.close();
  await question;
  expect(desktop.shown).toHaveLength(2);
});

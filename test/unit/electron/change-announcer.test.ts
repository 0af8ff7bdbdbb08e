import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ChangeAnnouncer, type WatchedLibrary } from '../../../electron/change-announcer.ts';
import type { DesktopNotice } from '../../../electron/desktop/notifier.ts';
import { deservesNotice } from '../../../shared/change-news.ts';
import { DEFAULT_DESKTOP_SETTINGS } from '../../../shared/desktop-defaults.ts';
import type { DesktopSettings } from '../../../shared/desktop-settings.ts';
import type { MonitorState } from '../../../shared/library-status.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { type NewsChange, NewsInMemory } from '../../doubles/news-in-memory.ts';
import { RecordingLogger } from './session/harness/recording-logger.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CHECKING: MonitorState = {
  kind: 'checking',
  progress: { kind: 'light-check', listName: null, itemsDone: 0, itemsTotal: null },
};

/** Everything around the announcer; what the database keeps outlives a restart. */
class Desk {
  readonly clock = new ManualClock(Date.UTC(2026, 10, 21, 12));
  readonly logger = new RecordingLogger();
  news = new NewsInMemory();
  settings: DesktopSettings = { ...DEFAULT_DESKTOP_SETTINGS };
  isFocused = false;
  /** A sample that is started anew has a library of its own. */
  watched: WatchedLibrary = { library: this, mode: 'spotify' };
  /** Every notification so far, and those that stand. */
  readonly shown: DesktopNotice[] = [];
  readonly standing = new Set<DesktopNotice>();
  readonly opened: string[] = [];
  announcer = this.#start();

  #start(): ChangeAnnouncer {
    return new ChangeAnnouncer({
      clock: this.clock,
      logger: this.logger,
      watched: () => this.watched,
      settings: () => this.settings,
      isWindowFocused: () => this.isFocused,
      notify: (notice) => {
        this.shown.push(notice);
        this.standing.add(notice);
        return () => this.standing.delete(notice);
      },
      open: (address) => this.opened.push(address),
      format: () => ({ locale: 'en-GB', timeZone: 'UTC' }),
    });
  }

  async tellStatus(monitor: MonitorState): Promise<void> {
    this.announcer.statusChanged({ monitor, unreadChanges: this.news.unread });
    await this.announcer.settled();
  }

  async rest(): Promise<void> {
    await this.tellStatus({ kind: 'watching', nextCheckAtMs: this.clock.nowMs() + HOUR });
  }

  async check(...found: readonly (readonly [NewsChange['kind'], number])[]): Promise<NewsChange[]> {
    const changes: NewsChange[] = [];
    for (const [kind, listId] of found) {
      changes.push(this.news.find(kind, listId, this.clock.nowMs()));
      await this.tellStatus(CHECKING);
    }
    await this.rest();
    return changes;
  }

  async set(change: Partial<DesktopSettings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    this.announcer.look();
    await this.announcer.settled();
  }

  async read(throughId = this.news.changes.length): Promise<void> {
    for (const change of this.news.changes) change.isRead ||= change.id <= throughId;
    await this.rest();
  }

  /** The end of the process takes nothing back; a quit does. */
  async restart(how: 'quit' | 'crash'): Promise<void> {
    this.announcer.close();
    await this.announcer.settled();
    if (how === 'quit') this.standing.clear();
    const left = [...this.standing];
    this.announcer = this.#start();
    await this.rest();
    // What a dead process left standing leads nowhere.
    for (const notice of left) this.standing.delete(notice);
  }

  async click(): Promise<void> {
    const [notice] = this.standing;
    if (notice === undefined) return;
    this.standing.delete(notice);
    notice.onClick();
    await this.announcer.settled();
    await new Promise((resolve) => setImmediate(resolve));
  }

  dismiss(): void {
    const [notice] = this.standing;
    if (notice === undefined) return;
    this.standing.delete(notice);
    notice.onClose?.();
  }

  get titles(): readonly string[] {
    return this.shown.map(({ title }) => title);
  }
}

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});

const REMOVED = ['item-removed', 1] as const;
const OTHER = ['item-removed', 2] as const;
const MOVED = ['items-moved', 1] as const;

describe('the summary of a check', () => {
  it('is one, however many lists the check went through, and comes when it rests', async () => {
    desk.news.find('item-removed', 1, desk.clock.nowMs());
    await desk.tellStatus(CHECKING);
    desk.news.find('item-removed', 2, desk.clock.nowMs());
    await desk.tellStatus(CHECKING);
    expect(desk.titles).toEqual([]);
    await desk.rest();
    await desk.rest();
    expect(desk.titles).toEqual(['2 songs left 2 playlists']);
  });

  it('is not shown for what is no reason to disturb, which is not counted later either', async () => {
    await desk.check(MOVED, ['item-added', 1]);
    expect(desk.titles).toEqual([]);
    await desk.check(REMOVED);
    expect(desk.titles).toEqual(['“Song 3” left “List 1”']);
  });

  it('gives way to the next, which counts both and says since when', async () => {
    await desk.check(REMOVED);
    await desk.clock.advance(2 * HOUR);
    await desk.check(REMOVED, OTHER);
    expect(desk.titles).toEqual(['“Song 1” left “List 1”', '3 songs left 2 playlists']);
    expect(desk.shown[1]?.body).toMatch(/ Since 12:00\.$/);
    expect(desk.standing.size).toBe(1);
  });

  it('counts everything that nobody has seen to, however many came and went', async () => {
    await desk.check(REMOVED);
    await desk.check(OTHER);
    await desk.check(REMOVED);
    expect(desk.titles.at(-1)).toBe('3 songs left 2 playlists');
  });

  it('waits for the end of the check whatever else happens meanwhile', async () => {
    desk.news.find('item-removed', 1, desk.clock.nowMs());
    await desk.tellStatus(CHECKING);
    await desk.set({ notifyOfTrouble: false });
    expect(desk.titles).toEqual([]);
    desk.news.find('item-removed', 2, desk.clock.nowMs());
    await desk.rest();
    expect(desk.titles).toEqual(['2 songs left 2 playlists']);
  });

  it.each(['click', 'dismiss'] as const)('after a %s the next one counts anew', async (act) => {
    await desk.check(REMOVED, REMOVED);
    await desk[act]();
    await desk.check(OTHER);
    expect(desk.titles).toEqual(['2 songs left “List 1”', '“Song 3” left “List 2”']);
  });

  it('is taken back once what it says was read, and not before', async () => {
    await desk.check(REMOVED, OTHER);
    await desk.read(1);
    expect(desk.standing.size).toBe(1);
    await desk.read();
    expect(desk.standing.size).toBe(0);
    await desk.check(OTHER);
    expect(desk.titles.at(-1)).toBe('“Song 3” left “List 2”');
  });

  it('does not come for what was read before anybody told', async () => {
    const [change] = await (async () => {
      await desk.set({ quietHours: true, quietFromMinute: 0, quietToMinute: 0 });
      return await desk.check(REMOVED, OTHER);
    })();
    await desk.read(change?.id);
    await desk.set({ quietHours: false });
    expect(desk.titles).toEqual(['“Song 2” left “List 2”']);
  });

  it('stays away while the window is before the user, who sees it counted there', async () => {
    desk.isFocused = true;
    await desk.check(REMOVED);
    desk.isFocused = false;
    await desk.rest();
    expect(desk.titles).toEqual([]);
  });

  it('has done its work when the user turns to the window', async () => {
    await desk.check(REMOVED);
    desk.announcer.windowFocused();
    expect(desk.standing.size).toBe(0);
    await desk.check(OTHER);
    expect(desk.titles.at(-1)).toBe('“Song 2” left “List 2”');
  });

  it('switched off is taken back at once, and what happens meanwhile is never told', async () => {
    await desk.check(REMOVED);
    await desk.set({ notifyOfChanges: false });
    expect(desk.standing.size).toBe(0);
    await desk.check(OTHER);
    await desk.set({ notifyOfChanges: true });
    await desk.rest();
    expect(desk.titles).toHaveLength(1);
  });

  it('is taken back when another account or another library is watched', async () => {
    await desk.check(REMOVED);
    desk.news.accountId = 2;
    await desk.rest();
    expect(desk.standing.size).toBe(0);

    desk = new Desk();
    await desk.check(REMOVED);
    desk.news.accountId = null;
    await desk.rest();
    expect(desk.standing.size).toBe(0);
  });

  it('comes again after neither a quit nor a crash', async () => {
    await desk.check(REMOVED);
    await desk.restart('quit');
    await desk.restart('crash');
    expect(desk.titles).toHaveLength(1);
  });

  it('comes also where it cannot be written down, which is logged', async () => {
    desk.news.failsToWrite = true;
    await desk.check(REMOVED);
    expect(desk.titles).toHaveLength(1);
    expect(desk.logger.text).toContain('Changes will be told again after a restart');
  });
});

describe('the sample library, which changes every minute', () => {
  /** What starting the sample does to whoever listens. */
  function startSample(): void {
    desk.news = new NewsInMemory();
    desk.watched = { library: { news: desk.news }, mode: 'sample' };
  }
  const { click, dismiss } = Desk.prototype;

  it.each([
    ['is left standing', () => undefined],
    ['is clicked', click],
    ['is put aside', dismiss],
    ['is read in the window', () => desk.read()],
    ['gives way to the window', () => desk.announcer.windowFocused()],
  ])('is told of in one summary, also when that %s', async (_, seeTo) => {
    startSample();
    await desk.check(REMOVED);
    await seeTo.call(desk);
    for (let minute = 0; minute < 30; minute += 1) {
      await desk.clock.advance(MINUTE);
      await desk.check(REMOVED, OTHER);
    }
    expect(desk.titles).toEqual(['“Song 1” left “List 1”']);
    expect(desk.news.toldThroughId).toBe(61);
  });

  it('is told of again when it is started anew, and the user’s own library all the time', async () => {
    startSample();
    await desk.check(REMOVED);
    startSample();
    await desk.check(OTHER, OTHER);
    await desk.check(OTHER);
    expect(desk.titles).toEqual(['“Song 1” left “List 1”', '2 songs left “List 2”']);
    desk.news = new NewsInMemory();
    desk.watched = { library: desk, mode: 'spotify' };
    await desk.check(REMOVED);
    await desk.check(REMOVED);
    expect(desk.titles.slice(2)).toEqual(['“Song 1” left “List 1”', '2 songs left “List 1”']);
  });

  it('sets no timer in quiet hours once it was told of', async () => {
    startSample();
    await desk.check(REMOVED);
    await desk.set({ quietHours: true, quietFromMinute: 0, quietToMinute: 20 * 60 });
    await desk.check(REMOVED);
    expect(desk.clock.pendingCount).toBe(0);
  });
});

describe('a click', () => {
  it('in the middle of a look counts: what it answered is not counted again', async () => {
    await desk.check(REMOVED);
    const read = desk.news.read.bind(desk.news);
    desk.news.read = async (afterId) => {
      const news = await read(afterId);
      desk.news.read = read;
      desk.dismiss();
      return news;
    };
    await desk.check(OTHER);
    expect(desk.titles).toEqual(['“Song 1” left “List 1”', '“Song 2” left “List 2”']);
  });

  it('opens the story of the one thing that changed', async () => {
    await desk.check(REMOVED);
    await desk.click();
    expect(desk.opened).toEqual(['#/changes?item=spotify%3Atrack%3A1']);
  });

  it('opens all changes where the change is gone by then, or the account is another', async () => {
    await desk.check(REMOVED);
    desk.news.changes.length = 0;
    await desk.click();
    expect(desk.opened).toEqual(['#/changes']);

    desk = new Desk();
    await desk.check(REMOVED);
    desk.news.accountId = 2;
    await desk.click();
    expect(desk.opened).toEqual(['#/changes']);
  });
});

describe('quiet hours', () => {
  const NIGHT = { quietHours: true, quietFromMinute: 13 * 60, quietToMinute: 20 * 60 };

  it('hold everything back and tell it in one summary when they end', async () => {
    await desk.set(NIGHT);
    await desk.clock.advance(HOUR);
    await desk.check(REMOVED);
    await desk.clock.advance(3 * HOUR);
    await desk.check(OTHER);
    await desk.clock.advance(4 * HOUR - 1);
    expect(desk.titles).toEqual([]);
    await desk.clock.advance(1);
    expect(desk.titles).toEqual(['2 songs left 2 playlists']);
    expect(desk.shown[0]?.body).toBe('1 from “List 2”, 1 from “List 1”. Since 13:00.');
    expect(desk.clock.pendingCount).toBe(0);
  });

  it('set no timer where nothing waits, and none faster than 30 s or longer than 15 min', async () => {
    await desk.set(NIGHT);
    await desk.clock.advance(HOUR);
    await desk.check(MOVED);
    expect(desk.clock.pendingCount).toBe(0);
    await desk.check(REMOVED);
    while (desk.clock.nextDueInMs !== null) {
      expect(desk.clock.nextDueInMs).toBeGreaterThanOrEqual(30_000);
      expect(desk.clock.nextDueInMs).toBeLessThanOrEqual(15 * MINUTE);
      await desk.clock.advance(desk.clock.nextDueInMs);
    }
    expect(desk.titles).toHaveLength(1);
  });

  it('are over soon after a clock that was set forward, or a machine that slept', async () => {
    await desk.set(NIGHT);
    await desk.clock.advance(HOUR);
    await desk.check(REMOVED);
    desk.clock.jump(9 * HOUR);
    await desk.clock.advance(15 * MINUTE);
    expect(desk.titles).toHaveLength(1);
  });

  it('end at once where the user ends them, also after a restart', async () => {
    await desk.set({ ...NIGHT, quietToMinute: NIGHT.quietFromMinute });
    await desk.check(REMOVED);
    await desk.restart('crash');
    expect(desk.titles).toEqual([]);
    await desk.set({ quietHours: false });
    expect(desk.titles).toHaveLength(1);
  });
});

type Act =
  | { readonly act: 'check'; readonly found: readonly (readonly [NewsChange['kind'], number])[] }
  | { readonly act: 'quiet' | 'loud' | 'click' | 'dismiss' | 'read' | 'quit' | 'crash' | 'hour' };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant('check' as const),
    found: fc.array(
      fc.tuple(
        fc.constantFrom<NewsChange['kind']>(
          'item-removed',
          'item-added',
          'items-moved',
          'playlist-gone',
        ),
        fc.integer({ min: 1, max: 3 }),
      ),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    act: fc.constantFrom<Exclude<Act['act'], 'check'>>(
      'quiet',
      'loud',
      'click',
      'dismiss',
      'read',
      'quit',
      'crash',
      'hour',
    ),
  }),
);

it('every change arrives in exactly one summary, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      desk = new Desk();
      const told = new Map<number, number>();
      const readUntold = new Set<number>();
      /** What a new notification says for the first time. */
      let markedBefore = 0;
      const record = (): void => {
        for (const { id, kind, isRead } of desk.news.changes) {
          const isNew = id > markedBefore && id <= desk.news.toldThroughId;
          if (isNew && !isRead && deserves(kind)) told.set(id, (told.get(id) ?? 0) + 1);
        }
        markedBefore = desk.news.toldThroughId;
      };
      for (const step of acts) {
        const before = desk.shown.length;
        if (step.act === 'check') await desk.check(...step.found);
        else if (step.act === 'quiet') await desk.set(ALL_DAY);
        else if (step.act === 'loud') await desk.set({ quietHours: false });
        else if (step.act === 'hour') await desk.clock.advance(HOUR);
        else if (step.act === 'quit' || step.act === 'crash') await desk.restart(step.act);
        else if (step.act === 'read') {
          for (const { id } of desk.news.changes) if (!told.has(id)) readUntold.add(id);
          await desk.read();
        } else await desk[step.act]();

        expect(desk.standing.size).toBeLessThanOrEqual(1);
        const isNew = desk.shown.length > before;
        const waited = desk.news.changes.some(
          ({ id, kind, isRead }) => id > markedBefore && !isRead && deserves(kind),
        );
        expect(isNew, 'shown exactly when something waits and may be told').toBe(
          waited && !desk.settings.quietHours,
        );
        expect(desk.shown.length - before).toBeLessThanOrEqual(1);
        record();
      }
      await desk.set({ quietHours: false });
      record();
      for (const { id, kind } of desk.news.changes) {
        const times = deserves(kind) && !readUntold.has(id) ? 1 : 0;
        expect(told.get(id) ?? 0, `change ${id}, ${kind}`).toBe(times);
      }
    }),
    { numRuns: 150 },
  );
});

const ALL_DAY = { quietHours: true, quietFromMinute: 0, quietToMinute: 0 };

function deserves(kind: NewsChange['kind']): boolean {
  return deservesNotice({ kind, byUser: kind === 'item-added' });
}

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { menuLabel } from '../../../../electron/desktop/menu-label.ts';
import {
  CHANGES_IN_MENU,
  STARTING_TRAY_VIEW,
  type TrayInput,
  type TrayMenuItem,
  trayView,
} from '../../../../electron/desktop/tray-menu.ts';
import { type StatusInput, statusSentence } from '../../../../shared/texts/status-sentence.ts';
import { requestBudget } from '../../../doubles/request-budget.ts';
import { everyChange } from '../../shared/texts/every-change.ts';
import {
  EVERY_MONITOR,
  EVERY_SERVICE,
  EVERY_SESSION,
  LIFE,
} from '../../shared/texts/every-state.ts';

// "Tomorrow" is where the machine stands.
beforeEach(() => void vi.stubEnv('TZ', 'UTC'));
afterEach(() => void vi.unstubAllEnvs());

const NOW = Date.UTC(2026, 10, 21, 14, 0);
const AT_19_53 = Date.UTC(2026, 10, 21, 19, 53);
const DAY = 24 * 3_600_000;
const life = { ...LIFE, renewBeforeMs: NOW + 182 * DAY };
const WATCHING: TrayInput = {
  mode: 'spotify',
  session: { kind: 'active', life },
  service: { kind: 'ok' },
  monitor: { kind: 'watching', nextCheckAtMs: AT_19_53 },
  unreadChanges: 0,
  latest: [],
};
const account = { key: 'a', displayName: 'Ada' };
const quota = { kind: 'quota-exhausted', untilMs: AT_19_53 } as const;

function view(change: Partial<TrayInput> = {}) {
  return trayView({ ...WATCHING, ...change }, NOW, 'en-GB', 'UTC');
}

function lines(menu: readonly TrayMenuItem[]): string[] {
  return menu.map((item) => (item.kind === 'separator' ? '—' : item.label));
}

describe('the tray menu', () => {
  it('says what it does, when it looks again, and offers to look now', () => {
    const { icon, menu, tooltip } = view();
    expect(icon).toEqual({ state: 'watching', hasDot: false });
    expect(tooltip).toBe('Cratewatch – Watching your library');
    expect(lines(menu)).toEqual([
      'Watching your library',
      'Next check at 19:53',
      '—',
      'Check now',
      'Pause for 1 hour',
      'Pause until tomorrow at 08:00',
      'Open Cratewatch',
      'Connection…',
      '—',
      'Quit',
    ]);
  });

  it.each([
    [AT_19_53, 'Paused until 19:53', 'Resume (paused until 19:53)'],
    [
      AT_19_53 + 12 * 3_600_000,
      'Paused until tomorrow at 07:53',
      'Resume (paused until tomorrow at 07:53)',
    ],
    [null, 'Paused by you', 'Resume'],
  ])('lets a paused watch be resumed, or looked at once: %s', (untilMs, headline, resume) => {
    const pause = { kind: 'by-user', untilMs } as const;
    const { icon, menu, tooltip } = view({ monitor: { kind: 'paused', pause, progress: null } });
    expect(icon).toEqual({ state: 'paused', hasDot: false });
    expect(tooltip).toBe(`Cratewatch – ${headline}`);
    expect(lines(menu)).toEqual([
      headline,
      '—',
      resume,
      'Check now',
      'Open Cratewatch',
      'Connection…',
      '—',
      'Quit',
    ]);
  });

  it('offers a pause only where a library is watched', () => {
    const offers = (change: Partial<StatusInput>) =>
      lines(view(change).menu).some((label) => label.startsWith('Pause'));
    expect(offers({ service: quota })).toBe(true);
    expect(offers({ monitor: { kind: 'idle' } })).toBe(false);
    expect(offers({ session: { kind: 'keychain-locked' } })).toBe(false);
    const appOnly = { ...life, way: 'client-credentials' } as const;
    expect(offers({ session: { kind: 'active', life: appOnly } })).toBe(false);
  });

  it('says the same as the window', () => {
    const input: TrayInput = { ...WATCHING, session: { kind: 'keychain-locked' } };
    const sentence = statusSentence(input, NOW, 'en-GB', 'UTC').headline;
    expect(lines(trayView(input, NOW, 'en-GB', 'UTC').menu)[0]).toBe(sentence);
  });

  const pause = { kind: 'service', reason: 'quota-exhausted', untilMs: AT_19_53 } as const;
  it.each<[Partial<StatusInput>, reason: string, time: string]>([
    [{ service: quota }, 'Spotify’s daily quota', '19:53'],
    [
      { service: { kind: 'quota-exhausted', untilMs: AT_19_53 + 12 * 3_600_000 } },
      'Spotify’s daily quota',
      'tomorrow at 07:53',
    ],
    [
      { service: { kind: 'budget-spent', untilMs: AT_19_53 - 30_000 } },
      'Your own daily limit',
      '19:53',
    ],
    [
      { service: { kind: 'rate-limited', untilMs: AT_19_53 + 9_001 } },
      'Spotify asked for a short pause',
      '19:53:10',
    ],
    [{ monitor: { kind: 'paused', pause, progress: null } }, 'Spotify’s daily quota', '19:53'],
  ])('says for what it waits and until when: %o', (change, reason, time) => {
    const { icon, menu, tooltip } = view(change);
    const line = `${reason}: waiting until ${time}`;
    expect(line).toBe(statusSentence({ ...WATCHING, ...change }, NOW, 'en-GB', 'UTC').headline);
    expect(icon).toEqual({ state: 'paused', hasDot: false });
    expect(tooltip).toBe(`Cratewatch – ${line}`);
    expect(lines(menu)).toEqual([
      line,
      '—',
      `Check now (waiting until ${time}: ${reason})`,
      'Pause for 1 hour',
      'Pause until tomorrow at 08:00',
      'Open Cratewatch',
      'Connection…',
      '—',
      'Quit',
    ]);
    expect(menu[2]?.kind).toBe('text');
  });

  it('offers a check where only our own limit waits and what is kept for the user is left', () => {
    const service = { kind: 'budget-spent', untilMs: AT_19_53 } as const;
    const { menu } = view({ service, requests: requestBudget({ usedInLastDay: 700 }) });
    expect(lines(menu)[0]).toBe('Your own daily limit: waiting until 19:53');
    expect(menu[2]).toEqual({ kind: 'action', label: 'Check now', action: 'check-now' });
  });

  it.each<Partial<StatusInput>>([
    { session: { kind: 'keychain-locked' } },
    { session: { kind: 'waiting', reason: 'rate-limited', untilMs: AT_19_53 } },
    {
      monitor: {
        kind: 'checking',
        progress: { kind: 'light-check', listName: null, itemsDone: 0, itemsTotal: null },
      },
    },
  ])('says nothing of a quota that is not what it waits for: %o', (change) => {
    const labels = lines(view({ service: quota, ...change }).menu);
    expect(labels.filter((label) => label.includes('quota'))).toEqual([]);
  });

  it.each<[Partial<StatusInput>, string, string]>([
    [{ session: { kind: 'signed-out', lastFailure: null } }, 'Sign in…', 'sign-in'],
    [{ session: { kind: 'sign-in-needed', reason: 'expired' } }, 'Sign in…', 'sign-in'],
    [{ session: { kind: 'keychain-locked' } }, 'Try again now', 'retry'],
    [
      { session: { kind: 'offline', cause: 'no-network', nextTryAtMs: AT_19_53 } },
      'Try again now',
      'retry',
    ],
    [
      { session: { kind: 'keychain-missing', restartHelps: true } },
      'Restart Cratewatch',
      'restart',
    ],
    [
      { session: { kind: 'confirming-account', expected: account, found: null } },
      'Go on signing in…',
      'sign-in',
    ],
  ])('offers what helps: %o', (change, label, action) => {
    expect(view(change).menu).toContainEqual({ kind: 'action', label, action });
  });

  it.each<[string, number, string[]]>([
    ['nothing of renewing until then', NOW + 30 * DAY + 1, []],
    ['the day it ends, from then on', NOW + 30 * DAY, ['Renew sign-in (ends Mon 21 Dec)…']],
    ['the same an hour before', NOW + 3_600_000, ['Renew sign-in (ends Sat 21 Nov)…']],
    [
      'that it ended, should the session still stand',
      NOW - DAY,
      ['Renew sign-in (ended Fri 20 Nov)…'],
    ],
  ])('says in the last 30 days of a sign-in %s', (_what, renewBeforeMs, labels) => {
    for (const kind of ['active', 'refreshing'] as const) {
      const { menu } = view({ session: { kind, life: { ...life, renewBeforeMs } } });
      const items = menu.filter((item) => 'label' in item && item.label.startsWith('Renew'));
      expect(items).toEqual(
        labels.map((label) => ({ kind: 'action', label, action: 'connection' })),
      );
      expect(lines(menu).indexOf('Open Cratewatch')).toBe(labels.length + 6);
    }
  });

  it('does not speak of renewing the sample’s sign-in, nor one whose end nobody knows', () => {
    const ending = { ...life, renewBeforeMs: NOW + DAY };
    const unknown = { ...life, renewBeforeMs: null };
    for (const { menu } of [
      view({ mode: 'sample', session: { kind: 'active', life: ending } }),
      view({ session: { kind: 'active', life: unknown } }),
      view({ session: { kind: 'refreshing', life: null } }),
    ]) {
      expect(lines(menu).join()).not.toContain('Renew');
    }
  });

  it.each<[StatusInput['session'], boolean]>([
    [{ kind: 'active', life }, true],
    [{ kind: 'refreshing', life: null }, true],
    [{ kind: 'offline', cause: 'no-network', nextTryAtMs: AT_19_53 }, true],
    [{ kind: 'waiting', reason: 'rate-limited', untilMs: AT_19_53 }, true],
    [{ kind: 'keychain-locked' }, true],
    [{ kind: 'file-trouble' }, true],
    [{ kind: 'sign-in-needed', reason: 'expired' }, true],
    [{ kind: 'signed-out', lastFailure: null }, false],
    [{ kind: 'authorizing', redirectUri: '', endsAtMs: AT_19_53, pageUrl: null }, false],
    [{ kind: 'confirming-account', expected: account, found: null }, false],
  ])('leads to the Connection page where there is one: %o', (session, isThere) => {
    const item = { kind: 'action', label: 'Connection…', action: 'connection' } as const;
    const { menu } = view({ session });
    expect(menu.filter((each) => each.kind === 'action' && each.label === item.label)).toEqual(
      isThere ? [item] : [],
    );
  });

  it('does not talk of a service that is not reached before signing in', () => {
    const { menu } = view({
      session: { kind: 'sign-in-needed', reason: 'expired' },
      service: quota,
    });
    expect(lines(menu)).toEqual([
      'Time to sign in again',
      '—',
      'Sign in…',
      'Open Cratewatch',
      'Connection…',
      '—',
      'Quit',
    ]);
  });

  it('holds no relative time, which would be wrong after a while on a panel', () => {
    const soon = view({ monitor: { kind: 'watching', nextCheckAtMs: NOW + 5 * 60_000 } });
    expect(lines(soon.menu)).toContain('Next check at 14:05');
    expect(soon.tooltip).not.toContain('minutes');
  });

  it('can be opened and quit in every state, at the start too', () => {
    const monitors: StatusInput['monitor'][] = [
      { kind: 'idle' },
      {
        kind: 'checking',
        progress: { kind: 'first-pass', listName: null, itemsDone: 0, itemsTotal: null },
      },
      { kind: 'paused', pause: { kind: 'disk-full' }, progress: null },
    ];
    for (const { menu } of [STARTING_TRAY_VIEW, ...monitors.map((monitor) => view({ monitor }))]) {
      const actions = menu.flatMap((item) => (item.kind === 'action' ? [item.action] : []));
      expect(actions).toEqual(expect.arrayContaining(['open', 'quit']));
    }
  });

  const CHANGES = everyChange({ item: 'Night Bus', artists: ['Mara Lind'], list: 'Late Night' });

  it('names the last changes, and each leads to its page', () => {
    const { menu } = view({ latest: CHANGES });
    expect(menu.filter(({ kind }) => kind === 'page')).toEqual(
      [
        ['Added “Night Bus” by Mara Lind in Late Night', '#/changes?item=spotify%3Atrack%3A1'],
        ['Removed “Night Bus” by Mara Lind from Late Night', '#/changes?item=spotify%3Atrack%3A1'],
        [
          'No longer available: “Night Bus” by Mara Lind in Late Night',
          '#/changes?item=spotify%3Atrack%3A1',
        ],
        [
          'Available again: “Night Bus” by Mara Lind in Late Night',
          '#/changes?item=spotify%3Atrack%3A1',
        ],
        ['Renamed “Night Bus” by Mara Lind', '#/changes?item=spotify%3Atrack%3A1'],
      ].map(([label, address]) => ({ kind: 'page', label, address })),
    );
    expect(lines(menu).slice(2, 4)).toEqual(['—', 'Added “Night Bus” by Mara Lind in Late Night']);
    expect(lines(menu).slice(8, 10)).toEqual(['—', 'Check now']);
  });

  it('counts the changes nobody has seen in icon, tooltip and menu, in every state', () => {
    const { icon, tooltip, menu } = view({ unreadChanges: 1_234, latest: CHANGES });
    expect(icon).toEqual({ state: 'watching', hasDot: true });
    expect(tooltip).toBe('Cratewatch – Watching your library, 1,234 new changes');
    expect(menu[3]).toEqual({ kind: 'page', label: '1,234 new changes', address: '#/changes?new' });
    const out = view({ unreadChanges: 1, session: { kind: 'keychain-locked' } });
    expect(out.icon).toEqual({ state: 'attention', hasDot: true });
    expect(out.tooltip).toMatch(/, 1 new change$/);
  });

  it('isolates every name, is never wider than a screen, and ends with "Quit", whatever happens', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.constantFrom('א'.repeat(200), '\u2067Road\u202e', 'R&B', '', '\t\n'),
    );
    const input = fc.record({
      mode: fc.constantFrom('spotify', 'sample'),
      session: fc.constantFrom(...EVERY_SESSION),
      service: fc.constantFrom(...EVERY_SERVICE),
      monitor: fc.constantFrom(...EVERY_MONITOR),
      unreadChanges: fc.constantFrom(0, 1, 9_999),
      latest: fc
        .tuple(fc.record({ item: name, artists: fc.array(name), list: name }), fc.nat(16))
        .map(([names, from]) => everyChange(names).slice(from)),
    });
    fc.assert(
      fc.property(input, fc.nat(3 * DAY), (state, passedMs) => {
        const { menu } = trayView(state, NOW + passedMs, 'en-GB', 'UTC');
        for (const item of menu) {
          const label = item.kind === 'separator' ? '–' : menuLabel(item.label);
          expect(label.split('\u2068').length).toBe(label.split('\u2069').length);
          expect(label).not.toMatch(/[\t\n\u202a-\u202e\u2066\u2067]/);
          expect([...new Intl.Segmenter('en').segment(label)].length).toBeLessThanOrEqual(202);
          expect(label).not.toBe('');
        }
        expect(menu.filter(({ kind }) => kind === 'page').length).toBeLessThanOrEqual(
          CHANGES_IN_MENU + 1,
        );
        expect(menu[0]?.kind).toBe('text');
        expect(menu.at(-1)).toEqual({ kind: 'action', label: 'Quit', action: 'quit' });
        const separators = menu.flatMap(({ kind }, at) => (kind === 'separator' ? [at] : []));
        expect(separators.some((at) => menu[at + 1]?.kind === 'separator')).toBe(false);
      }),
    );
  });
});

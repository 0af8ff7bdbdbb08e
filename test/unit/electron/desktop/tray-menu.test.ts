import { describe, expect, it } from 'vitest';
import {
  STARTING_TRAY_VIEW,
  type TrayMenuItem,
  trayView,
} from '../../../../electron/desktop/tray-menu.ts';
import { type StatusInput, statusSentence } from '../../../../shared/texts/status-sentence.ts';

const NOW = Date.UTC(2026, 10, 21, 14, 0);
const AT_19_53 = Date.UTC(2026, 10, 21, 19, 53);
const life = {
  accessTokenExpiresAtMs: NOW,
  refreshAtMs: NOW,
  authorizedAtMs: NOW,
  renewBeforeMs: NOW,
};
const WATCHING: StatusInput = {
  mode: 'spotify',
  session: { kind: 'active', life },
  service: { kind: 'ok' },
  monitor: { kind: 'watching', nextCheckAtMs: AT_19_53 },
  unreadChanges: 0,
};
const quota = { kind: 'quota-exhausted', untilMs: AT_19_53 } as const;

function view(change: Partial<StatusInput> = {}) {
  return trayView({ ...WATCHING, ...change }, NOW, 'en-GB', 'UTC');
}

function lines(menu: readonly TrayMenuItem[]): string[] {
  return menu.map((item) => (item.kind === 'separator' ? '—' : item.label));
}

describe('the tray menu', () => {
  it('says what it does, when it looks again, and offers to look now', () => {
    const { icon, menu, tooltip } = view();
    expect(icon).toBe('watching');
    expect(tooltip).toBe('Cratewatch – Watching your library');
    expect(lines(menu)).toEqual([
      'Watching your library',
      'Next check at 19:53',
      '—',
      'Check now',
      'Open Cratewatch',
      '—',
      'Quit',
    ]);
  });

  it('says the same as the window', () => {
    const input: StatusInput = { ...WATCHING, session: { kind: 'keychain-locked' } };
    const sentence = statusSentence(input, NOW, 'en-GB', 'UTC').headline;
    expect(lines(trayView(input, NOW, 'en-GB', 'UTC').menu)[0]).toBe(sentence);
  });

  it.each<[Partial<StatusInput>, string]>([
    [{ service: quota }, 'Waiting until 19:53: Spotify’s daily quota'],
    [
      { service: { kind: 'budget-spent', untilMs: AT_19_53 } },
      'Waiting until 19:53: your request budget',
    ],
    [
      { service: { kind: 'rate-limited', untilMs: AT_19_53 } },
      'Waiting until 19:53: Spotify asked for a pause',
    ],
    [
      {
        monitor: {
          kind: 'paused',
          pause: { kind: 'service', reason: 'quota-exhausted', untilMs: AT_19_53 },
          progress: null,
        },
      },
      'Waiting until 19:53: Spotify’s daily quota',
    ],
  ])('says for what it waits instead of offering a check: %o', (change, line) => {
    const { icon, menu, tooltip } = view(change);
    expect(icon).toBe('waiting');
    expect(tooltip).toBe(`Cratewatch – ${line}`);
    expect(lines(menu)).toEqual([line, '—', 'Open Cratewatch', '—', 'Quit']);
  });

  it.each<[Partial<StatusInput>, string, string]>([
    [{ session: { kind: 'signed-out', lastFailure: null } }, 'Sign in…', 'sign-in'],
    [{ session: { kind: 'sign-in-needed', reason: 'expired' } }, 'Sign in…', 'sign-in'],
    [{ session: { kind: 'keychain-locked' } }, 'Try again now', 'retry'],
    [{ session: { kind: 'offline', nextTryAtMs: AT_19_53 } }, 'Try again now', 'retry'],
  ])('offers what helps: %o', (change, label, action) => {
    expect(view(change).menu).toContainEqual({ kind: 'action', label, action });
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
});

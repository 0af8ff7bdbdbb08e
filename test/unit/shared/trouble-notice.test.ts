import { describe, expect, it } from 'vitest';
import type { MonitorState } from '../../../shared/library-status.ts';
import type { ServiceState, SessionState } from '../../../shared/session-state.ts';
import { statusSentence } from '../../../shared/texts/status-sentence.ts';
import { isOver, TROUBLE_CAUSES, troubleOf } from '../../../shared/trouble-notice.ts';
import { EVERY_MONITOR, EVERY_SERVICE, EVERY_SESSION, LIFE, NOW_MS } from './texts/every-state.ts';

const ACTIVE: SessionState = { kind: 'active', life: LIFE };
const OK: ServiceState = { kind: 'ok' };
const WATCHING: MonitorState = { kind: 'watching', nextCheckAtMs: NOW_MS };

const view = (
  session: SessionState = ACTIVE,
  service: ServiceState = OK,
  monitor: MonitorState = WATCHING,
  mode: 'spotify' | 'sample' = 'spotify',
) => troubleOf({ mode, session, service, monitor });

const sentence = (session: SessionState, service: ServiceState, monitor: MonitorState) =>
  statusSentence({ mode: 'spotify', session, service, monitor, unreadChanges: 0 }, NOW_MS);

const ALL = EVERY_SESSION.flatMap((session) =>
  EVERY_SERVICE.flatMap((service) =>
    EVERY_MONITOR.map((monitor) => [session, service, monitor] as const),
  ),
);

describe('whether the watch needs the user', () => {
  it('says so only where the status sentence asks for attention, in every state there is', () => {
    for (const state of ALL) {
      if (view(...state).kind === 'trouble') {
        expect(sentence(...state), JSON.stringify(state)).toMatchObject({ tone: 'attention' });
      }
    }
  });

  it('says so wherever the sentence asks for attention, but where the user is just at it', () => {
    const calm = new Set(
      ALL.filter(
        (state) => sentence(...state).tone === 'attention' && view(...state).kind !== 'trouble',
      ).map(([{ kind }]) => kind),
    );
    // A new sign-in tells at once whether the trouble is still there.
    expect([...calm].sort()).toEqual(['confirming-account', 'refreshing', 'signed-out']);
  });

  it('names each cause at least once', () => {
    const named = new Set(ALL.map((state) => view(...state)).map((v) => 'cause' in v && v.cause));
    for (const cause of TROUBLE_CAUSES) expect(named).toContain(cause);
  });

  it.each(['offline', 'rate-limited', 'quota-exhausted', 'budget-spent', 'service-trouble'])(
    'leaves %s to heal by itself',
    (kind) => {
      const service = EVERY_SERVICE.find((each) => each.kind === kind) ?? OK;
      expect(view(ACTIVE, service).kind).toBe('signed-in');
      const pauses = EVERY_MONITOR.filter(
        (monitor) =>
          monitor.kind === 'paused' &&
          (monitor.pause.kind === kind ||
            (monitor.pause.kind === 'service' && monitor.pause.reason === kind)),
      );
      expect(pauses.length).toBeGreaterThan(0);
      for (const pause of pauses) expect(view(ACTIVE, service, pause).kind).toBe('signed-in');
    },
  );

  it('gives what may come up with the desktop a few minutes, and an ended sign-in none', () => {
    expect(view({ kind: 'keychain-locked' })).toMatchObject({ graceMs: 300_000 });
    expect(view({ kind: 'sign-in-needed', reason: 'expired' })).toMatchObject({ graceMs: 0 });
  });

  it('says nothing of the sample library', () => {
    expect(new Set(ALL.map((state) => view(...state, 'sample').kind))).toEqual(
      new Set(['unknown']),
    );
  });
});

describe('whether a trouble is over', () => {
  it('an ended sign-in is over with the new one, before anything was checked', () => {
    const checking = EVERY_MONITOR.find(({ kind }) => kind === 'checking') ?? WATCHING;
    expect(isOver('expired', view(ACTIVE, OK, checking))).toBe(true);
    expect(isOver('expired', view({ kind: 'refreshing', life: null }))).toBe(false);
  });

  it('what a check met is over when one went well, not while one tries again', () => {
    const checking = EVERY_MONITOR.find(({ kind }) => kind === 'checking') ?? WATCHING;
    expect(isOver('disk-full', view(ACTIVE, OK, checking))).toBe(false);
    expect(isOver('disk-full', view())).toBe(true);
  });

  it('another cause takes the place of the first', () => {
    const other = view({ kind: 'sign-in-needed', reason: 'refused' });
    expect(isOver('expired', other)).toBe(true);
    expect(isOver('refused', other)).toBe(false);
  });
});

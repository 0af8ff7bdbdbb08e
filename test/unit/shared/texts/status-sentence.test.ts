import { describe, expect, it } from 'vitest';
import type { MonitorState } from '../../../../shared/library-status.ts';
import type { ServiceState } from '../../../../shared/session-state.ts';
import { statusSentence } from '../../../../shared/texts/status-sentence.ts';

const NOW_MS = Date.UTC(2026, 10, 21, 12);
const LATER_MS = NOW_MS + 40 * 60_000;
const LIFE = {
  accessTokenExpiresAtMs: LATER_MS,
  refreshAtMs: LATER_MS,
  authorizedAtMs: NOW_MS,
  renewBeforeMs: null,
};

const TROUBLE: ServiceState = { kind: 'service-trouble', untilMs: NOW_MS + 60_000 };
const QUOTA: ServiceState = { kind: 'quota-exhausted', untilMs: LATER_MS };
const IDLE: MonitorState = { kind: 'idle' };
const WATCHING: MonitorState = { kind: 'watching', nextCheckAtMs: LATER_MS };
const CHECKING: MonitorState = {
  kind: 'checking',
  progress: { kind: 'light-check', listName: null, itemsDone: 0, itemsTotal: null },
};

function headline(service: ServiceState, monitor: MonitorState): string {
  return statusSentence(
    {
      mode: 'spotify',
      session: { kind: 'active', life: LIFE },
      service,
      monitor,
      unreadChanges: 0,
    },
    NOW_MS,
    'en-GB',
    'UTC',
  ).headline;
}

describe('the sentence on the state names', () => {
  it.each([
    ['trouble before anyone is watched', TROUBLE, IDLE, 'Spotify has trouble'],
    ['the watch, once trouble with one list is over', TROUBLE, WATCHING, 'Watching your library'],
    ['the try that runs, not what it is to find out', TROUBLE, CHECKING, 'Checking your library'],
    ['a wait that holds up the next check too', QUOTA, WATCHING, 'Waiting until 12:40'],
  ])('%s', (_, service, monitor, expected) => {
    expect(headline(service, monitor)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { MonitorState, RequestBudget } from '../../../../shared/library-status.ts';
import type { ServiceState, SessionState } from '../../../../shared/session-state.ts';
import {
  type StatusInput,
  type StatusSentence,
  statusSentence,
} from '../../../../shared/texts/status-sentence.ts';
import { requestBudget } from '../../../doubles/request-budget.ts';
import {
  EVERY_MONITOR,
  EVERY_SERVICE,
  EVERY_SESSION,
  LATER_MS,
  LIFE,
  NOW_MS,
} from './every-state.ts';
import { complaintsAboutHeadline, complaintsAboutSentences } from './plain-words.ts';

const ACTIVE: SessionState = { kind: 'active', life: LIFE };
const OK: ServiceState = { kind: 'ok' };
const TROUBLE: ServiceState = { kind: 'service-trouble', untilMs: NOW_MS + 60_000 };
const QUOTA: ServiceState = { kind: 'quota-exhausted', untilMs: LATER_MS };
const IDLE: MonitorState = { kind: 'idle' };
const WATCHING: MonitorState = { kind: 'watching', nextCheckAtMs: LATER_MS };
const CHECKING: MonitorState = {
  kind: 'checking',
  progress: { kind: 'light-check', listName: null, itemsDone: 0, itemsTotal: null },
};

function sentenceOn(input: Partial<StatusInput>): StatusSentence {
  return statusSentence(
    {
      mode: 'spotify',
      session: ACTIVE,
      service: OK,
      monitor: WATCHING,
      unreadChanges: 0,
      ...input,
    },
    NOW_MS,
    'en-GB',
    'UTC',
  );
}

const EVERY_COMBINATION: readonly StatusSentence[] = (['spotify', 'sample'] as const).flatMap(
  (mode) =>
    EVERY_SESSION.flatMap((session) =>
      EVERY_SERVICE.flatMap((service) =>
        EVERY_MONITOR.flatMap((monitor) =>
          [0, 1, 12_000].map((unreadChanges) =>
            sentenceOn({ mode, session, service, monitor, unreadChanges }),
          ),
        ),
      ),
    ),
);

/** Many thousand states say a few hundred things. */
const EVERY_SENTENCE: readonly StatusSentence[] = [
  ...new Map(EVERY_COMBINATION.map((sentence) => [JSON.stringify(sentence), sentence])).values(),
];

describe('the sentence on the state names', () => {
  it.each([
    ['trouble before anyone is watched', TROUBLE, IDLE, 'Spotify has trouble'],
    ['the watch, once trouble with one list is over', TROUBLE, WATCHING, 'Watching your library'],
    ['the try that runs, not what it is to find out', TROUBLE, CHECKING, 'Checking your library'],
    [
      'a wait that holds up the next check too',
      QUOTA,
      WATCHING,
      'Spotify’s daily quota: waiting until 12:40',
    ],
    ['the watch when nothing stands in its way', OK, WATCHING, 'Watching your library'],
  ])('%s', (_, service, monitor, expected) => {
    expect(sentenceOn({ service, monitor }).headline).toBe(expected);
  });

  it('the session before service and monitor, because they depend on it', () => {
    const session: SessionState = { kind: 'keychain-locked' };
    for (const service of EVERY_SERVICE) {
      for (const monitor of EVERY_MONITOR) {
        expect(sentenceOn({ session, service, monitor }).headline).toBe('Your keychain is locked');
      }
    }
  });

  it.each<[string, Partial<RequestBudget>, string | null]>([
    ['what is kept for the user is left', { usedInLastDay: 799 }, 'check-now'],
    ['that is used up too', { usedInLastDay: 800 }, null],
    [
      'one family is used up to its last request',
      { usedInLastDay: 700, families: [{ family: 'library', usedInLastDay: 500, fullUntilMs: 1 }] },
      null,
    ],
  ])('our own limit with a check by hand where %s', (_, used, action) => {
    const requests = requestBudget(used);
    const spent = { kind: 'budget-spent', untilMs: LATER_MS } as const;
    const pause = { kind: 'service', reason: 'budget-spent', untilMs: LATER_MS } as const;
    expect(sentenceOn({ service: spent, requests }).action).toBe(action);
    const monitor = { kind: 'paused', pause, progress: null } as const;
    expect(sentenceOn({ monitor, requests }).action).toBe(action);
    expect(sentenceOn({ service: QUOTA, requests }).action).toBeNull();
  });

  it('the same while access is renewed as before', () => {
    for (const life of [LIFE, null]) {
      const renewing = sentenceOn({ session: { kind: 'refreshing', life } });
      expect(renewing).toEqual(sentenceOn({ session: ACTIVE }));
    }
  });

  it('the sample library by its name', () => {
    expect(sentenceOn({ mode: 'sample' }).headline).toBe('Watching the sample library');
    expect(sentenceOn({ mode: 'sample', monitor: IDLE }).detail).toBe(
      'Watching the sample library starts in a moment.',
    );
  });
});

describe('the sentence on any state', () => {
  it('has a plain headline without a full stop', () => {
    const headlines = new Set(EVERY_SENTENCE.map(({ headline }) => headline));
    expect(headlines.size).toBeGreaterThan(20);
    for (const headline of headlines) {
      expect.soft(complaintsAboutHeadline(headline), headline).toEqual([]);
    }
  });

  it('has a detail of whole plain sentences, where it has one', () => {
    const details = new Set(EVERY_SENTENCE.flatMap(({ detail }) => detail ?? []));
    expect(details.size).toBeGreaterThan(40);
    for (const detail of details) {
      expect.soft(complaintsAboutSentences(detail), detail).toEqual([]);
    }
  });

  it('says what to do, or that nothing has to be done, wherever attention is asked for', () => {
    for (const sentence of EVERY_SENTENCE) {
      if (sentence.tone !== 'attention') continue;
      expect(sentence.action, sentence.headline).not.toBeNull();
      expect(sentence.detail, sentence.headline).not.toBeNull();
    }
  });

  it('is good only while nothing stands in the way of the watch', () => {
    for (const { tone, headline } of EVERY_SENTENCE) {
      expect(tone === 'good', headline).toBe(headline.startsWith('Watching'));
    }
  });
});

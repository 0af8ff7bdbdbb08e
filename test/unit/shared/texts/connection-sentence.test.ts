import { describe, expect, it } from 'vitest';
import { connectionSentence } from '../../../../shared/texts/connection-sentence.ts';
import { describeService } from '../../../../shared/texts/service-texts.ts';
import { describeSession } from '../../../../shared/texts/session-texts.ts';
import { EVERY_SERVICE, EVERY_SESSION, FORMAT, LIFE, NOW_MS } from './every-state.ts';

const ADA = { key: 'ada', displayName: 'Ada Brook' };
const OK = { kind: 'ok' } as const;
const ACTIVE = { kind: 'active', life: LIFE } as const;
const CALM = { mode: 'spotify', state: ACTIVE, service: OK, account: ADA } as const;

function sentence(input: Partial<Parameters<typeof connectionSentence>[0]>) {
  return connectionSentence({ ...CALM, ...input }, NOW_MS, FORMAT);
}

describe('the sentence on the connection', () => {
  it('is the session’s own, with its action, wherever the session waits for something', () => {
    for (const state of EVERY_SESSION) {
      if (state.kind === 'active' || state.kind === 'refreshing') continue;
      expect(sentence({ state })).toEqual(describeSession(state, NOW_MS, FORMAT));
    }
  });

  it('says who is signed in where all is well', () => {
    expect(sentence({})).toEqual({
      tone: 'good',
      headline: 'Connected to Spotify',
      detail: 'Signed in as Ada Brook.',
      action: null,
    });
  });

  it('does not call the sample library Spotify', () => {
    expect(sentence({ mode: 'sample' }).headline).toBe('Connected to the sample library');
    const refreshing = { kind: 'refreshing', life: null } as const;
    expect(sentence({ mode: 'sample', state: refreshing }).headline).toBe(
      'Renewing access to the sample library',
    );
  });

  it('is the service’s where only the service stands in the way', () => {
    for (const service of EVERY_SERVICE.filter(({ kind }) => kind !== 'ok')) {
      expect(sentence({ service })).toEqual(describeService(service, NOW_MS, FORMAT));
    }
  });

  it('keeps to the session where both have something to say', () => {
    const state = { kind: 'keychain-locked' } as const;
    expect(sentence({ state, service: { kind: 'scope-missing' } }).headline).toBe(
      'Your keychain is locked',
    );
  });

  it('keeps what the session says of an app without an account', () => {
    const life = { ...LIFE, way: 'client-credentials' } as const;
    const state = { kind: 'active', life } as const;
    expect(sentence({ state, account: null })).toEqual(describeSession(state, NOW_MS, FORMAT));
  });
});

import { describe, expect, it } from 'vitest';
import { planFaults } from '../../../../../electron/sample-service/faults/fault-plan.ts';
import { FaultRules } from '../../../../../electron/sample-service/faults/fault-rules.ts';

describe('several faults at once', () => {
  it('wait as long as all of them together, and the first answer wins', () => {
    const plan = planFaults([
      { kind: 'latency', ms: 100 },
      { kind: 'html', status: 502 },
      { kind: 'latency', ms: 50 },
      { kind: 'html', status: 503, afterHandling: true },
    ]);
    expect(plan.latencyMs).toBe(150);
    expect(plan.outcome).toMatchObject({ kind: 'other', answer: { status: 502 } });
    expect(plan.handled).toBe(false);
  });

  it('change the own page in every way that was asked for, and deliver as the last one says', () => {
    const plan = planFaults([
      { kind: 'short-page', missing: 1 },
      { kind: 'cut-body' },
      { kind: 'wrong-total', by: 2 },
      { kind: 'stall-body' },
    ]);
    expect(plan).toMatchObject({ handled: true, outcome: { kind: 'own' }, delivery: 'stalled' });
    expect(plan.pageChanges).toHaveLength(2);
  });

  it('leave a request alone when there are none', () => {
    const plan = planFaults([]);
    expect(plan).toMatchObject({ handled: true, outcome: { kind: 'own' }, delivery: 'whole' });
    expect(plan.dateMs(5)).toBe(5);
  });
});

describe('fault rules', () => {
  it('count only what they match, also with a pattern that remembers its place', () => {
    const rules = new FaultRules();
    const path = /playlists/g;
    rules.add({ match: { method: 'GET', path, times: 3 }, action: { kind: 'cut-body' } });
    expect(rules.actionsFor('POST', '/v1/me/playlists')).toEqual([]);
    expect(rules.actionsFor('GET', '/v1/me/tracks')).toEqual([]);
    for (let hit = 0; hit < 3; hit += 1) {
      expect(rules.actionsFor('GET', '/v1/me/playlists')).toHaveLength(1);
    }
    expect(rules.actionsFor('GET', '/v1/me/playlists')).toEqual([]);
  });

  it('can be for one page of a list', () => {
    const rules = new FaultRules();
    const match = { path: '/v1/me/tracks', query: /\boffset=50\b/g, times: 2 };
    rules.add({ match, action: { kind: 'reset' } });
    const met = (query?: string) => rules.actionsFor('GET', '/v1/me/tracks', query).length;
    expect([met(), met('offset=0'), met('offset=500'), met('offset=50&limit=50')]).toEqual([
      0, 0, 0, 1,
    ]);
    expect(met('limit=50&offset=50')).toBe(1);
  });

  it('are gone after clear', () => {
    const rules = new FaultRules();
    rules.add({ match: { path: '/v1/me' }, action: { kind: 'reset' } });
    rules.clear();
    expect(rules.actionsFor('GET', '/v1/me')).toEqual([]);
  });
});

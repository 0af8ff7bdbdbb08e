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

  it('are gone after clear', () => {
    const rules = new FaultRules();
    rules.add({ match: { path: '/v1/me' }, action: { kind: 'reset' } });
    rules.clear();
    expect(rules.actionsFor('GET', '/v1/me')).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { judgeRead } from '../../../../electron/session/read-verdict.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { tokens } from './harness/keeper-bench.ts';

const found = { kind: 'found', tokens: tokens(new ManualClock()) } as const;
const locked = { kind: 'unavailable', cause: 'locked', reason: '' } as const;
const missing = { kind: 'unavailable', cause: 'missing', reason: '' } as const;

test.each([
  ['nothing, no marker', { kind: 'empty' }, false, { kind: 'nothing-read' }],
  ['nothing, but a marker', { kind: 'empty' }, true, { kind: 'cache-troubled', trouble: 'locked' }],
  ['garbage, no marker', { kind: 'unreadable', reason: '' }, false, { kind: 'nothing-read' }],
  ['garbage and a marker', { kind: 'unreadable', reason: '' }, true, { kind: 'garbage-read' }],
  ['no keychain, no marker', missing, false, { kind: 'cache-troubled', trouble: 'missing' }],
  ['no keychain, a marker', missing, true, { kind: 'cache-troubled', trouble: 'missing' }],
  ['a locked one, no marker', locked, false, { kind: 'cache-troubled', trouble: 'locked' }],
  ['a locked one, a marker', locked, true, { kind: 'cache-troubled', trouble: 'locked' }],
  ['tokens', found, true, { kind: 'tokens-read', tokens: found.tokens, refreshAtMs: 7 }],
] as const)('%s', (_, read, hasMarker, event) => {
  expect(judgeRead(read, hasMarker, () => 7)).toEqual(event);
});

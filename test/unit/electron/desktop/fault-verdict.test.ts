import { describe, expect, it } from 'vitest';
import {
  FAULT_WINDOW_MS,
  type Fault,
  type FaultCircumstances,
  type FaultVerdict,
  faultVerdict,
  isPassingFault,
} from '../../../../electron/desktop/fault-verdict.ts';

const NOW = Date.parse('2026-11-21T19:53:00Z');
const calm: FaultCircumstances = {
  rejections: 0,
  restartedAtMs: null,
  nowMs: NOW,
  isUnattended: false,
};
const error: Fault = { kind: 'error', isPassing: false };
const rejection: Fault = { kind: 'rejection', isPassing: false };

const ROWS: readonly (readonly [string, Fault, Partial<FaultCircumstances>, FaultVerdict])[] = [
  ['the first error', error, {}, 'restart'],
  ['an error long after a restart', error, { restartedAtMs: NOW - FAULT_WINDOW_MS }, 'restart'],
  ['an error soon after a restart', error, { restartedAtMs: NOW - FAULT_WINDOW_MS + 1 }, 'endure'],
  ['an error after the clock was set back', error, { restartedAtMs: NOW + 3_600_000 }, 'endure'],
  ['an error of a run without a user', error, { isUnattended: true }, 'end'],
  [
    'an error of a run without a user, again',
    error,
    { isUnattended: true, restartedAtMs: NOW - 1 },
    'end',
  ],
  ['a passing error', { ...error, isPassing: true }, {}, 'go-on'],
  [
    'a passing error of a run without a user',
    { ...error, isPassing: true },
    { isUnattended: true },
    'go-on',
  ],
  ['one failed promise', rejection, { rejections: 1 }, 'go-on'],
  ['four failed promises', rejection, { rejections: 4 }, 'go-on'],
  ['five failed promises', rejection, { rejections: 5 }, 'restart'],
  [
    'five failed promises after a restart',
    rejection,
    { rejections: 5, restartedAtMs: NOW - 1 },
    'endure',
  ],
  ['a passing failure of a promise', { ...rejection, isPassing: true }, { rejections: 9 }, 'go-on'],
];

describe('after a fault in the main process', () => {
  it.each(ROWS)('%s: %o %o → %s', (_name, fault, now, verdict) => {
    expect(faultVerdict(fault, { ...calm, ...now })).toBe(verdict);
  });

  it.each([
    [Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }), true],
    [Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }), true],
    [Object.assign(new Error('late'), { code: 'UND_ERR_CONNECT_TIMEOUT' }), true],
    [Object.assign(new TypeError('bad'), { code: 'ERR_INVALID_ARG_TYPE' }), false],
    [new TypeError('x is not a function'), false],
    ['a string', false],
    [null, false],
    [{ code: 404 }, false],
  ])('%o is passing: %s', (thrown, isPassing) => {
    expect(isPassingFault(thrown)).toBe(isPassing);
  });
});

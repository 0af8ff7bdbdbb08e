import { describe, expect, it } from 'vitest';
import {
  type UpdateAction,
  updateActions,
} from '../../../../../renderer/pages/settings/updates/update-actions.ts';
import type { UpdatePhase, UpdateWay } from '../../../../../shared/update-state.ts';

const offer = { version: '1.2.0', sizeBytes: 5 };
const PHASES = {
  off: { kind: 'off' },
  resting: { kind: 'resting', lookedAtMs: null },
  looking: { kind: 'looking' },
  'not-looked': { kind: 'not-looked', atMs: 0, trouble: { step: 'look', fault: 'offline' } },
  offered: { kind: 'offered', offer, lookedAtMs: 0, trouble: null },
  downloading: { kind: 'downloading', offer, receivedBytes: 0 },
  ready: { kind: 'ready', offer, trouble: null },
  installing: { kind: 'installing', offer },
} as const satisfies Record<UpdatePhase['kind'], UpdatePhase>;

describe('what can be done about a newer version', () => {
  it.each<[keyof typeof PHASES, UpdateWay, readonly UpdateAction[]]>([
    ['off', 'installs', []],
    ['resting', 'installs', ['look']],
    ['looking', 'installs', []],
    ['not-looked', 'installs', ['look']],
    ['offered', 'installs', ['download', 'page', 'look']],
    ['offered', 'package-manager', ['page', 'look']],
    ['offered', 'by-hand', ['page', 'look']],
    ['downloading', 'installs', ['cancel']],
    ['ready', 'installs', ['install']],
    ['installing', 'installs', []],
    ['resting', 'not-released', ['page']],
    ['off', 'not-released', []],
  ])('%s, by a copy that is “%s”: %o', (kind, way, actions) => {
    expect(updateActions({ way, phase: PHASES[kind] })).toEqual(actions);
  });
});

import type { UpdatePhase, UpdateWay } from '../../shared/update-state.ts';
import type { WindowApiOverrides } from '../doubles/window-api.ts';

type Overrides = (nowMs: number) => WindowApiOverrides;

const MINUTE_MS = 60_000;
const OFFER = { version: '1.2.0', sizeBytes: 98_300_000 };

/** What "New versions" on the Settings page can look like. `signedIn` is the calm case. */
export function updateStates(signedIn: Overrides): Readonly<Record<string, Overrides>> {
  const state =
    (phase: (nowMs: number) => UpdatePhase, way: UpdateWay = 'installs'): Overrides =>
    (nowMs) => ({
      ...signedIn(nowMs),
      settings: { lookForUpdates: true },
      updates: { way, phase: phase(nowMs) },
    });
  const offered = (nowMs: number) => ({
    kind: 'offered' as const,
    offer: OFFER,
    lookedAtMs: nowMs - 12 * MINUTE_MS,
    trouble: null,
  });
  return {
    'updates-off': signedIn,
    'updates-first': state(() => ({ kind: 'resting', lookedAtMs: null })),
    'updates-newest': state((nowMs) => ({ kind: 'resting', lookedAtMs: nowMs - 12 * MINUTE_MS })),
    'updates-looking': state(() => ({ kind: 'looking' })),
    'updates-not-looked': state((nowMs) => ({
      kind: 'not-looked',
      atMs: nowMs - 3 * MINUTE_MS,
      trouble: { step: 'look', fault: 'proxy' },
    })),
    'updates-offered': state(offered),
    'updates-offered-package': state(offered, 'package-manager'),
    'updates-offered-archive': state(offered, 'by-hand'),
    'updates-damaged': state((nowMs) => ({
      ...offered(nowMs),
      trouble: { step: 'download', fault: 'damaged' },
    })),
    'updates-downloading': state(() => ({
      kind: 'downloading',
      offer: OFFER,
      receivedBytes: 31_400_000,
    })),
    'updates-ready': state(() => ({ kind: 'ready', offer: OFFER, trouble: null })),
    'updates-not-installed': state(() => ({
      kind: 'ready',
      offer: OFFER,
      trouble: { step: 'install', fault: 'not-writable' },
    })),
    'updates-installing': state(() => ({ kind: 'installing', offer: OFFER })),
    'updates-unknown': state(() => ({ kind: 'resting', lookedAtMs: null }), 'not-released'),
  };
}

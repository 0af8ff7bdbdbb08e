import { describe, expect, it } from 'vitest';
import { describeUpdates, updateTexts } from '../../../../shared/texts/update-texts.ts';
import {
  UPDATE_FAULTS,
  type UpdatePhase,
  type UpdateTrouble,
  type UpdateWay,
  updateWaySchema,
} from '../../../../shared/update-state.ts';

const FORMAT = { locale: 'en-GB', timeZone: 'UTC' };
const NOW = Date.UTC(2026, 10, 21, 14, 30);
const LOOKED = Date.UTC(2026, 10, 21, 14, 10);
const OFFER = { version: '1.2.0', sizeBytes: 98_300_000 };

function words(phase: UpdatePhase, way: UpdateWay = 'installs') {
  return describeUpdates({ way, phase }, NOW, FORMAT);
}

const troubles: readonly UpdateTrouble[] = (['look', 'download', 'install'] as const).flatMap(
  (step) => UPDATE_FAULTS.map((fault) => ({ step, fault })),
);

describe('what is said of newer versions', () => {
  it.each<[UpdatePhase, string, string | null]>([
    [
      { kind: 'resting', lookedAtMs: null },
      'Not looked yet',
      'The first look comes by itself, within a few hours.',
    ],
    [{ kind: 'resting', lookedAtMs: LOOKED }, 'You have the newest version', 'Looked at 14:10.'],
    [{ kind: 'looking' }, 'Looking for a new version…', null],
    [
      { kind: 'not-looked', atMs: LOOKED, trouble: { step: 'look', fault: 'offline' } },
      'Could not look for a new version',
      'There is no network. Tried at 14:10; the next try comes by itself, in about a day.',
    ],
    [
      { kind: 'offered', offer: OFFER, lookedAtMs: LOOKED, trouble: null },
      'Version 1.2.0 is there',
      'Downloading it changes nothing yet; you decide when it is installed.',
    ],
    [
      { kind: 'downloading', offer: OFFER, receivedBytes: 31_900_000 },
      'Downloading version 1.2.0…',
      '31 of 98 MB',
    ],
    [
      {
        kind: 'ready',
        offer: OFFER,
        trouble: { step: 'install', fault: 'not-writable' },
      },
      'Version 1.2.0 is downloaded and checked',
      'It was not installed, and everything is as it was. Cratewatch may not write to the folder that it needs for this.',
    ],
  ])('%o: “%s”', (phase, headline, detail) => {
    expect(words(phase)).toMatchObject({ headline, detail });
  });

  it('is nothing while it is off', () => {
    for (const way of updateWaySchema.options) {
      expect(words({ kind: 'off' }, way)).toBeNull();
    }
  });

  it('is how this copy is replaced, where it does not do that itself', () => {
    const offered: UpdatePhase = {
      kind: 'offered',
      offer: OFFER,
      lookedAtMs: LOOKED,
      trouble: null,
    };
    expect(words(offered, 'package-manager')?.detail).toMatch(/^The package manager of your sys/);
    expect(words(offered, 'by-hand')?.detail).toMatch(/^This copy cannot replace itself/);
    expect(words(offered, 'not-released')?.headline).toMatch(/does not know where/);
  });

  it.each(troubles)('names every trouble in whole sentences: %o', (trouble) => {
    const detail = words({ kind: 'offered', offer: OFFER, lookedAtMs: 0, trouble })?.detail ?? '';
    expect(detail).toMatch(/^\p{Lu}[^⟨]*\.$/u);
    expect(words({ kind: 'offered', offer: OFFER, lookedAtMs: 0, trouble })?.tone).toBe(
      'attention',
    );
  });

  it('is how much there is to download, and never “0 MB”', () => {
    const label = (sizeBytes: number) =>
      updateTexts.buttons.download({ version: '1.2.0', sizeBytes }, FORMAT);
    expect(label(98_300_000)).toBe('Download version 1.2.0 (98 MB)');
    expect(label(1_024_000_000)).toBe('Download version 1.2.0 (1,024 MB)');
    expect(label(12)).toBe('Download version 1.2.0 (1 MB)');
  });
});

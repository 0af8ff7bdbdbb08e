import { existsSync, readFileSync } from 'node:fs';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Notice } from '../../shared/notice.ts';
import { setAside } from './set-aside.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from './settings.ts';

export type SettingsReading =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'unusable'; readonly reason: 'damaged' | 'newer-version' };

/**
 * What a settings file says. Settings that it does not name have their defaults, and ones that we do
 * not know are left alone: both happen when an older and a newer version share a profile.
 */
export function readSettings(content: string): SettingsReading {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return { kind: 'unusable', reason: 'damaged' };
    }
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'unusable', reason: 'damaged' };
  }
  if (
    'version' in value &&
    typeof value.version === 'number' &&
    value.version > DEFAULT_SETTINGS.version
  ) {
    return { kind: 'unusable', reason: 'newer-version' };
  }
  const parsed = settingsSchema.safeParse({ ...DEFAULT_SETTINGS, ...value });
  return parsed.success
    ? { kind: 'settings', settings: parsed.data }
    : { kind: 'unusable', reason: 'damaged' };
}

/**
 * Reads the settings file before anything else opens it. One that cannot be used is set aside under
 * a name that says so; the defaults then hold, and the notice tells the user.
 */
export function prepareSettingsFile(options: {
  readonly path: string;
  readonly clock: Clock;
  readonly logger: Logger;
}): { readonly settings: Settings; readonly notice: Notice | null } {
  const { path, clock, logger } = options;
  try {
    if (!existsSync(path)) {
      return { settings: DEFAULT_SETTINGS, notice: null };
    }
    const reading = readSettings(readFileSync(path, 'utf8'));
    if (reading.kind === 'settings') {
      return { settings: reading.settings, notice: null };
    }
    const why = reading.reason === 'damaged' ? 'damaged' : 'from-newer-version';
    const keptAs = setAside(path, why, clock.nowMs());
    logger.warn('The settings were set aside.', { reason: reading.reason, keptAs });
    return {
      settings: DEFAULT_SETTINGS,
      notice: { kind: 'settings-set-aside', id: keptAs, keptAs },
    };
  } catch (error) {
    // A file that can be neither read nor moved: start without it rather than not at all.
    logger.error('The settings could not be read.', {
      detail: error instanceof Error ? error.message : String(error),
    });
    return {
      settings: DEFAULT_SETTINGS,
      notice: { kind: 'settings-unreadable', id: 'settings-unreadable' },
    };
  }
}

import {
  type ChangeableSettings,
  changeableSettingsSchema,
  type VisibleSettings,
  visibleSettingsSchema,
} from '../../shared/ipc-contract.ts';
import type { GroupHandlers } from '../../shared/ipc-derived.ts';
import type { Logger } from '../../shared/logger.ts';
import type { ProxyAnswer, ProxyOrder } from '../../shared/proxy-setting.ts';
import { settingsAfterReset } from '../../shared/settings-reset.ts';
import type { Settings, SettingsStore } from '../storage/settings.ts';

export interface SettingsHandlerParts {
  readonly settings: SettingsStore;
  readonly logger: Logger;
  readonly onChanged: () => void;
  readonly setProxy: (order: ProxyOrder) => Promise<ProxyAnswer>;
}

const DEFAULT_PROXY: ProxyOrder = { kind: 'system' };

/** The part of the settings that the window may see and change. */
export function visibleSettings(settings: Settings): VisibleSettings {
  return visibleSettingsSchema.parse(settings);
}

/** The calls that concern the settings. An invalid change changes nothing. */
export function createSettingsHandlers(parts: SettingsHandlerParts): GroupHandlers<'settings'> {
  const { settings, logger, onChanged } = parts;
  return {
    current: () => visibleSettings(settings.read()),
    update: (change) => {
      const parsed = changeableSettingsSchema.partial().strict().safeParse(change);
      if (!parsed.success) {
        return { kind: 'invalid', names: namesOf(parsed.error.issues) };
      }
      try {
        settings.update(withoutUndefined(parsed.data));
      } catch (error) {
        logger.error('The settings could not be written', { reason: String(error) });
        return { kind: 'not-written' };
      }
      onChanged();
      return { kind: 'done' };
    },
    setProxy: async (order) => {
      const answer = await parts.setProxy(order);
      if (answer.kind === 'done' || answer.kind === 'left-behind') {
        onChanged();
      }
      return answer;
    },
    reset: async () => {
      try {
        settings.update(settingsAfterReset(settings.read()));
      } catch (error) {
        logger.error('The settings could not be written', { reason: String(error) });
        return { kind: 'not-written' };
      }
      // Of its own, since a password goes with it, which only the keychain can forget.
      const answer = await parts.setProxy(DEFAULT_PROXY);
      onChanged();
      return {
        kind: answer.kind === 'done' || answer.kind === 'not-written' ? answer.kind : 'left-behind',
      };
    },
  };
}

type Issue = { readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] };

function namesOf(issues: readonly Issue[]): string[] {
  return [...new Set(issues.flatMap((issue) => issue.keys ?? [String(issue.path[0] ?? '')]))];
}

/** A setting that is named without a value is not to be changed. */
function withoutUndefined(
  change: Partial<{ [K in keyof ChangeableSettings]: ChangeableSettings[K] | undefined }>,
): Partial<ChangeableSettings> {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<ChangeableSettings>;
}

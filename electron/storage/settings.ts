import { z } from 'zod';
import { refreshRecordSchema } from '../../shared/connection.ts';
import { DEFAULT_DESKTOP_SETTINGS } from '../../shared/desktop-defaults.ts';
import { desktopSettingsSchema } from '../../shared/desktop-settings.ts';
import { DEFAULT_HISTORY_SETTINGS } from '../../shared/history-defaults.ts';
import { historySettingsSchema } from '../../shared/history-settings.ts';
import { DEFAULT_PROXY_SETTING, proxySettingSchema } from '../../shared/proxy-setting.ts';
import { DEFAULT_REQUEST_SETTINGS } from '../../shared/request-defaults.ts';
import { requestSettingsSchema } from '../../shared/request-settings.ts';
import {
  DEFAULT_SESSION_SETTINGS,
  sessionSettingsSchema,
  tokenCacheKindSchema,
} from '../../shared/session-settings.ts';
import { signInReasonSchema } from '../../shared/session-state.ts';
import { TROUBLE_CAUSES } from '../../shared/trouble-notice.ts';
import { updateLookSchema } from '../../shared/update-state.ts';
import { DEFAULT_WINDOW_SETTINGS } from '../../shared/window-defaults.ts';
import { windowSettingsSchema } from '../../shared/window-settings.ts';
import { viewOwnerSchema, windowViewSchema } from '../../shared/window-view.ts';

/** Everything that is kept in the settings file. No secret is ever among it. */
export const settingsSchema = z.object({
  /** Counts up when the shape changes; a file with a higher number comes from a newer version. */
  version: z.literal(1),
  clientId: z.string().nullable(),
  ...sessionSettingsSchema.shape,
  /** Where the tokens are; changed only when they have been moved. */
  tokenCache: tokenCacheKindSchema,
  ...requestSettingsSchema.shape,
  ...historySettingsSchema.shape,
  ...windowSettingsSchema.shape,
  ...desktopSettingsSchema.shape,
  /** How Spotify is reached. */
  proxy: proxySettingSchema,
  session: z
    .object({
      clientId: z.string(),
      accountKey: z.string().nullable(),
      displayName: z.string().nullable(),
      authorizedAtMs: z.number().nullable(),
      ended: signInReasonSchema.nullable().default(null),
    })
    .nullable(),
  /** Newest first. */
  refreshes: z.array(refreshRecordSchema).max(100),
  /** Which of the notices before the end of a sign-in were shown, and for which end. */
  renewalTold: z.object({ renewBeforeMs: z.number(), daysBefore: z.number() }).nullable(),
  /** The user has read that this desktop shows no tray icon. */
  trayAbsenceTold: z.boolean(),
  /** The last look for newer versions; no reason to lose the other settings. */
  updateLook: updateLookSchema.nullable().catch(null),
  /** Which trouble was told last, and is not over. */
  troubleTold: z
    .object({ cause: z.enum(TROUBLE_CAUSES), atMs: z.number() })
    .nullable()
    .catch(null),
  windowBounds: z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .nullable(),
  /** Where the window was left, and in whose library; no reason to lose the other settings. */
  windowView: z.object({ owner: viewOwnerSchema, view: windowViewSchema }).nullable().catch(null),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  clientId: null,
  ...DEFAULT_SESSION_SETTINGS,
  tokenCache: 'keychain',
  ...DEFAULT_REQUEST_SETTINGS,
  ...DEFAULT_HISTORY_SETTINGS,
  ...DEFAULT_WINDOW_SETTINGS,
  ...DEFAULT_DESKTOP_SETTINGS,
  proxy: DEFAULT_PROXY_SETTING,
  session: null,
  refreshes: [],
  renewalTold: null,
  trayAbsenceTold: false,
  updateLook: null,
  troubleTold: null,
  windowBounds: null,
  windowView: null,
};

export interface SettingsStore {
  read(): Settings;
  /** Replaces the named values; written atomically. */
  update(change: Partial<Omit<Settings, 'version'>>): void;
}

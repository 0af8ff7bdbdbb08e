import { z } from 'zod';

/** Loopback ports to register at Spotify's dashboard and to try in this order. */
export const DEFAULT_REDIRECT_PORTS = [43821, 43822, 43823] as const;

/** Everything that is kept in the settings file. No secret is ever among it. */
export const settingsSchema = z.object({
  /** Counts up when the shape changes; a file with a higher number comes from a newer version. */
  version: z.literal(1),
  clientId: z.string().nullable(),
  redirectPorts: z.array(z.number().int().min(1024).max(65_535)).min(1).max(10),
  checkIntervalMinutes: z.number().int().min(15).max(1_440),
  requestBudgetPerDay: z.number().int().min(50).max(5_000),
  requestBudgetPerFamilyPerDay: z.number().int().min(50).max(5_000),
  session: z
    .object({
      clientId: z.string(),
      accountKey: z.string().nullable(),
      displayName: z.string().nullable(),
      authorizedAtMs: z.number(),
    })
    .nullable(),
  windowBounds: z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  clientId: null,
  redirectPorts: [...DEFAULT_REDIRECT_PORTS],
  checkIntervalMinutes: 60,
  requestBudgetPerDay: 800,
  requestBudgetPerFamilyPerDay: 500,
  session: null,
  windowBounds: null,
};

export interface SettingsStore {
  read(): Settings;
  /** Replaces the named values; written atomically. */
  update(change: Partial<Omit<Settings, 'version'>>): void;
}

import type { BoundedSessionSetting } from '../../../shared/session-bounds.ts';
import { adviseOnNumber } from '../../../shared/texts/number-advice.ts';
import { adviseOnPorts } from '../../../shared/texts/ports-advice.ts';
import { adviseOnRedirectUri } from '../../../shared/texts/redirect-uri-advice.ts';
import { adviseOnScopes } from '../../../shared/texts/scopes-advice.ts';
import type { SettingKind } from './setting-draft.ts';

export function numberKind(setting: BoundedSessionSetting): SettingKind<number> {
  return { write: String, advise: (text) => adviseOnNumber(setting, text) };
}

export const PORTS_KIND: SettingKind<number[]> = {
  write: (ports) => ports.join(', '),
  advise: adviseOnPorts,
};

export const REDIRECT_URI_KIND: SettingKind<string | null> = {
  write: (uri) => uri ?? '',
  advise: adviseOnRedirectUri,
  empty: null,
};

export const SCOPES_KIND: SettingKind<string[]> = {
  write: (scopes) => scopes.join(' '),
  advise: adviseOnScopes,
};

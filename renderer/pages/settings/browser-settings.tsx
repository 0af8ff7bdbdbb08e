import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../shared/session-defaults.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { CopyableText } from '../../components/copyable-text.tsx';
import { NumberSetting } from './number-setting.tsx';
import { SettingField } from './setting-field.tsx';
import { PORTS_KIND, REDIRECT_URI_KIND, SCOPES_KIND } from './setting-kinds.ts';
import { SettingSwitch } from './setting-switch.tsx';
import { useSaveSetting } from './use-save-setting.ts';

interface BrowserSettingsProps {
  readonly settings: VisibleSettings;
  /** The exact strings that the ports of the moment make. */
  readonly redirectUris: readonly string[];
}

/** How Spotify is asked, and how its answer comes back. */
export function BrowserSettings({ settings, redirectUris }: BrowserSettingsProps) {
  const save = useSaveSetting();
  const defaults = DEFAULT_SESSION_SETTINGS;
  const texts = settingsTexts.fields;
  return (
    <>
      <SettingSwitch
        name={texts.showDialog.name}
        purpose={texts.showDialog.purpose}
        value={settings.showDialog}
        defaultValue={defaults.showDialog}
        onSave={save('showDialog')}
      />
      <NumberSetting setting="signInLimitSeconds" settings={settings} />
      <SettingField
        look="line"
        name={texts.redirectPorts.name}
        purpose={texts.redirectPorts.purpose}
        value={settings.redirectPorts}
        defaultValue={defaults.redirectPorts}
        kind={PORTS_KIND}
        onSave={save('redirectPorts')}
      >
        {redirectUris.length > 0 && (
          <div className="setting-addresses">
            <p>{texts.redirectPorts.register}</p>
            <ul className="copyables">
              {redirectUris.map((uri) => (
                <li key={uri}>
                  <CopyableText text={uri} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </SettingField>
      <SettingField
        look="line"
        name={texts.manualRedirectUri.name}
        purpose={texts.manualRedirectUri.purpose}
        byDefault={texts.manualRedirectUri.byDefault}
        placeholder={redirectUris[0] ?? texts.manualRedirectUri.placeholder}
        value={settings.manualRedirectUri}
        defaultValue={defaults.manualRedirectUri}
        kind={REDIRECT_URI_KIND}
        onSave={save('manualRedirectUri')}
      />
      <SettingField
        look="lines"
        name={texts.scopes.name}
        purpose={texts.scopes.purpose}
        byDefault={texts.scopes.byDefault}
        value={settings.scopes}
        defaultValue={defaults.scopes}
        kind={SCOPES_KIND}
        onSave={save('scopes')}
      />
    </>
  );
}

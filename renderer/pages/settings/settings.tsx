import type { SessionSnapshot, VisibleSettings } from '../../../shared/ipc-contract.ts';
import { computerSettingsTexts } from '../../../shared/texts/computer-settings-texts.ts';
import { historySettingsTexts } from '../../../shared/texts/history-settings-texts.ts';
import { notificationSettingsTexts } from '../../../shared/texts/notification-settings-texts.ts';
import { proxySettingsTexts } from '../../../shared/texts/proxy-settings-texts.ts';
import { requestSettingsTexts } from '../../../shared/texts/request-settings-texts.ts';
import { settingsResetTexts } from '../../../shared/texts/settings-reset-texts.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import { updateTexts } from '../../../shared/texts/update-texts.ts';
import { windowSettingsTexts } from '../../../shared/texts/window-settings-texts.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { usePageTitle } from '../../state/use-page-title.ts';
import { useLive, useWindowState } from '../../state/window-state-context.ts';
import { About } from './about.tsx';
import { BrowserSettings } from './browser-settings.tsx';
import { ComputerSettings } from './computer-settings.tsx';
import { NotificationSettings } from './notification-settings.tsx';
import { ProxySettings } from './proxy/proxy-settings.tsx';
import { RequestSettings } from './request-settings.tsx';
import { ResetSettings } from './reset-settings.tsx';
import { RetentionSetting } from './retention-setting.tsx';
import { SectionNav } from './section-nav.tsx';
import { SignInSettings } from './sign-in-settings.tsx';
import { StayingSettings } from './staying-settings.tsx';
import { UpdateSettings } from './updates/update-settings.tsx';
import { WindowSettings } from './window-settings.tsx';
import './settings.css';

const texts = settingsTexts;

/** Everything that can be set. What is typed is saved when the user goes on to the next field. */
export function Settings({ session }: { readonly session: SessionSnapshot }) {
  usePageTitle(texts.title);
  const { settings: liveSettings } = useWindowState();
  const settings = useLive(liveSettings);
  return (
    <div className="page settings">
      <h1>{texts.title}</h1>
      {settings.kind === 'ready' && <SectionNav />}
      <div className="settings-sections">
        {settings.kind === 'ready' && <EverydaySettings settings={settings.value} />}
        {settings.kind === 'failed' && (
          <FailurePanel
            title={texts.failed}
            retryLabel={shellTexts.failed.retry}
            id={settings.id}
            onRetry={() => liveSettings.reload()}
          />
        )}
        <Section title={texts.ways.title} anchor="sign-in">
          <SignInSettings session={session} />
        </Section>
        {settings.kind === 'ready' && (
          <SeldomSettings settings={settings.value} redirectUris={session.setup.redirectUris} />
        )}
        <About />
        {settings.kind === 'ready' && (
          <Section title={settingsResetTexts.title} anchor="reset">
            <ResetSettings settings={settings.value} />
          </Section>
        )}
      </div>
    </div>
  );
}

/** What one comes for. */
function EverydaySettings({ settings }: { readonly settings: VisibleSettings }) {
  return (
    <>
      <Section title={windowSettingsTexts.title} anchor="window">
        <WindowSettings settings={settings} />
      </Section>
      <Section title={requestSettingsTexts.title} anchor="requests">
        <RequestSettings settings={settings} />
      </Section>
      <Section title={historySettingsTexts.title} anchor="history">
        <RetentionSetting settings={settings} />
      </Section>
      <Section title={notificationSettingsTexts.title} anchor="notifications">
        <NotificationSettings settings={settings} />
      </Section>
      <Section title={computerSettingsTexts.title} anchor="computer">
        <ComputerSettings settings={settings} />
      </Section>
      <Section title={updateTexts.title} anchor="updates">
        <UpdateSettings settings={settings} />
      </Section>
    </>
  );
}

interface SeldomSettingsProps {
  readonly settings: VisibleSettings;
  readonly redirectUris: readonly string[];
}

/** What is needed on an unusual network or with an unusual set-up. */
function SeldomSettings({ settings, redirectUris }: SeldomSettingsProps) {
  return (
    <>
      <Section title={proxySettingsTexts.title} anchor="internet">
        <ProxySettings setting={settings.proxy} />
      </Section>
      <Section title={texts.browser.title} anchor="browser">
        <BrowserSettings settings={settings} redirectUris={redirectUris} />
      </Section>
      <Section title={texts.staying.title} anchor="staying">
        <StayingSettings settings={settings} />
      </Section>
    </>
  );
}

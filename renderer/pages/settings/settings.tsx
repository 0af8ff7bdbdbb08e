import type { SessionSnapshot, VisibleSettings } from '../../../shared/ipc-contract.ts';
import { signedInPhrase } from '../../../shared/texts/access-life-texts.ts';
import { historySettingsTexts } from '../../../shared/texts/history-settings-texts.ts';
import { proxySettingsTexts } from '../../../shared/texts/proxy-settings-texts.ts';
import { requestSettingsTexts } from '../../../shared/texts/request-settings-texts.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { SignInWays } from '../../components/sign-in-ways.tsx';
import { StatusGlyph } from '../../components/status-glyph.tsx';
import { usePageTitle } from '../../state/use-page-title.ts';
import { useLive, useWindowState } from '../../state/window-state-context.ts';
import { About } from './about.tsx';
import { BrowserSettings } from './browser-settings.tsx';
import { KeptPlaceChoice } from './kept-place-choice.tsx';
import { ProxySettings } from './proxy/proxy-settings.tsx';
import { RequestSettings } from './request-settings.tsx';
import { RetentionSetting } from './retention-setting.tsx';
import { StayingSettings } from './staying-settings.tsx';
import './settings.css';

const texts = settingsTexts;

/** Everything that can be set. What is typed is saved when the user goes on to the next field. */
export function Settings({ session }: { readonly session: SessionSnapshot }) {
  usePageTitle(texts.title);
  const { settings: liveSettings } = useWindowState();
  const settings = useLive(liveSettings);
  const isSample = session.mode === 'sample';
  return (
    <div className="page settings">
      <h1>{texts.title}</h1>
      <Section title={texts.kept.title}>
        {isSample ? (
          <p className="settings-soft">{texts.kept.sample}</p>
        ) : (
          <KeptPlaceChoice session={session} />
        )}
      </Section>
      <Section title={texts.ways.title}>
        {isSample ? (
          <p className="settings-soft">{texts.ways.sample}</p>
        ) : (
          <>
            <PresentWay session={session} />
            <SignInWays session={session} />
          </>
        )}
      </Section>
      {settings.kind === 'failed' && (
        <FailurePanel
          title={texts.failed}
          retryLabel={shellTexts.failed.retry}
          id={settings.id}
          onRetry={() => liveSettings.reload()}
        />
      )}
      {settings.kind === 'ready' && (
        <Fields settings={settings.value} redirectUris={session.setup.redirectUris} />
      )}
      <About />
    </div>
  );
}

/** How one is signed in at the moment. */
function PresentWay({ session: { state, account, mode } }: { readonly session: SessionSnapshot }) {
  if (state.kind !== 'active') return null;
  return (
    <p className="settings-present">
      <StatusGlyph tone="good" size={10} />
      <span>{signedInPhrase(state.life.way, account, mode)}</span>
    </p>
  );
}

interface FieldsProps {
  readonly settings: VisibleSettings;
  readonly redirectUris: readonly string[];
}

function Fields({ settings, redirectUris }: FieldsProps) {
  return (
    <>
      <Section title={requestSettingsTexts.title} anchor="requests">
        <RequestSettings settings={settings} />
      </Section>
      <Section title={historySettingsTexts.title} anchor="history">
        <RetentionSetting settings={settings} />
      </Section>
      <Section title={proxySettingsTexts.title} anchor="internet">
        <ProxySettings setting={settings.proxy} />
      </Section>
      <Section title={texts.browser.title}>
        <BrowserSettings settings={settings} redirectUris={redirectUris} />
      </Section>
      <Section title={texts.staying.title}>
        <StayingSettings settings={settings} />
      </Section>
    </>
  );
}

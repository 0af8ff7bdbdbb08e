import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { Button } from '../../components/button.tsx';
import { CopyableText } from '../../components/copyable-text.tsx';
import { DiagnosticsButton } from '../../components/diagnostics-button.tsx';
import { Section } from '../../components/section.tsx';
import { useLive, useWindowState } from '../../state/window-state-context.ts';

/** Which Cratewatch this is, where its files are, and what to send with a report of a problem. */
export function About() {
  const { api, info: liveInfo } = useWindowState();
  const info = useLive(liveInfo);
  const texts = settingsTexts.about;
  if (info.kind !== 'ready') return null;
  const { version, electronVersion, dataFolder } = info.value;
  return (
    <Section title={texts.title} anchor="about">
      <p className="selectable">{texts.version(version, electronVersion)}</p>
      <p className="settings-soft">{texts.folder}</p>
      <div className="copyables">
        <CopyableText text={dataFolder} />
      </div>
      <div className="about-actions">
        <DiagnosticsButton api={api} />
        <Button onPress={() => void api.app.showLogFile()}>{texts.logFile}</Button>
      </div>
    </Section>
  );
}

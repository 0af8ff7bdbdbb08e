import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { CopyableText } from '../../components/copyable-text.tsx';
import { Section } from '../../components/section.tsx';
import { useLive, useWindowState } from '../../state/window-state-context.ts';

/** Which Cratewatch this is, and where its files are. */
export function About() {
  const { info: liveInfo } = useWindowState();
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
    </Section>
  );
}

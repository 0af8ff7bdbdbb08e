import type { ClockSkewText } from '../../../shared/texts/clock-skew-texts.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { Section } from '../../components/section.tsx';
import { StatusGlyph } from '../../components/status-glyph.tsx';

/** How this computer's clock stands against Spotify's. */
export function ClockCheck({ isWrong, text }: ClockSkewText) {
  return (
    <Section title={connectionTexts.clock.title}>
      <p className="connection-verdict">
        {isWrong && <StatusGlyph tone="attention" size={11} />}
        <span>{text}</span>
      </p>
    </Section>
  );
}

import { isRenewalNear } from '../../../shared/renewal-notice.ts';
import type { SessionLife } from '../../../shared/session-state.ts';
import { daysLeftPhrase } from '../../../shared/texts/access-life-texts.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { shortDay } from '../../../shared/texts/time-phrases.ts';
import { MeterBar } from '../../components/meter-bar.tsx';
import { Moment } from '../../components/moment.tsx';
import { Section } from '../../components/section.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { shareOver } from './life-shares.ts';

const texts = connectionTexts.signIn;

/** How long the sign-in still lasts. Only where a user signed in, and while that is known. */
export function SixMonths({ life }: { readonly life: SessionLife | null }) {
  const { format } = useWindowState();
  const nowMs = useNow();
  if (life === null || life.way !== 'authorization-code') return null;
  const { authorizedAtMs, renewBeforeMs } = life;
  if (authorizedAtMs === null || renewBeforeMs === null) {
    return (
      <Section title={texts.title}>
        <p className="connection-soft">{texts.unknown}</p>
      </Section>
    );
  }
  const left = daysLeftPhrase(renewBeforeMs, nowMs, format);
  return (
    <Section title={texts.title} aside={<span className="section-aside tabular">{left}</span>}>
      <div className="connection-bar">
        <MeterBar
          label={texts.label}
          valueText={left}
          share={shareOver(authorizedAtMs, renewBeforeMs, nowMs)}
          look={isRenewalNear(renewBeforeMs, nowMs) ? 'attention' : 'plain'}
        />
        <p className="connection-ends tabular">
          <Moment atMs={authorizedAtMs}>
            {texts.began(shortDay(authorizedAtMs, nowMs, format))}
          </Moment>
          <Moment atMs={renewBeforeMs}>{texts.ends(shortDay(renewBeforeMs, nowMs, format))}</Moment>
        </p>
      </div>
      <p className="connection-soft">{texts.note}</p>
    </Section>
  );
}

import type { SessionLife, SessionState } from '../../../shared/session-state.ts';
import { accessPlanPhrase, timeLeftPhrase } from '../../../shared/texts/access-life-texts.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { recordTime } from '../../../shared/texts/refresh-record-texts.ts';
import { MeterBar } from '../../components/meter-bar.tsx';
import { Moment } from '../../components/moment.tsx';
import { Section } from '../../components/section.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { renewalMark, shareOver, tickOf } from './life-shares.ts';

const texts = connectionTexts.access;

interface AccessLifeProps {
  readonly state: SessionState;
  readonly life: SessionLife | null;
}

/** The life of the access token: since when, how much is over, when it is renewed. */
export function AccessLife({ state, life }: AccessLifeProps) {
  const isSigningIn = state.kind === 'authorizing' || state.kind === 'confirming-account';
  return life === null ? (
    <Section title={texts.title}>
      <p className="connection-soft">{isSigningIn ? texts.signingIn : texts.none}</p>
    </Section>
  ) : (
    <LifeBar life={life} isRefreshing={state.kind === 'refreshing'} />
  );
}

interface LifeBarProps {
  readonly life: SessionLife;
  readonly isRefreshing: boolean;
}

function LifeBar({ life, isRefreshing }: LifeBarProps) {
  const { format } = useWindowState();
  const { receivedAtMs, accessTokenExpiresAtMs: endsAtMs } = life;
  const nowMs = useNow(tickOf(receivedAtMs, endsAtMs));
  const left = timeLeftPhrase(endsAtMs, nowMs, format);
  return (
    <Section title={texts.title} aside={<span className="section-aside tabular">{left}</span>}>
      <div className="connection-bar">
        <MeterBar
          label={texts.label}
          valueText={left}
          share={shareOver(receivedAtMs, endsAtMs, nowMs)}
          markAt={renewalMark(life)}
        />
        <p className="connection-ends tabular">
          <Moment atMs={receivedAtMs}>
            {texts.since(recordTime(receivedAtMs, nowMs, format))}
          </Moment>
          <Moment atMs={endsAtMs}>{texts.ends(recordTime(endsAtMs, nowMs, format))}</Moment>
        </p>
      </div>
      <p className="connection-soft">{accessPlanPhrase(life, isRefreshing, nowMs, format)}</p>
    </Section>
  );
}

import type { RefreshRecord } from '../../../shared/connection.ts';
import type { SessionLife, SessionState } from '../../../shared/session-state.ts';
import { accessPlanPhrase } from '../../../shared/texts/access-life-texts.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { Section } from '../../components/section.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { AccessPicture } from './access-picture.tsx';
import { tickOf } from './life-shares.ts';

const texts = connectionTexts.access;

interface AccessLifeProps {
  readonly state: SessionState;
  readonly life: SessionLife | null;
  /** Newest first. */
  readonly refreshes: readonly RefreshRecord[];
  /** The id of the table of renewals. */
  readonly tableId: string;
}

/** The life of access: since when, how much is left, when it is renewed, and that it always was. */
export function AccessLife({ state, life, ...others }: AccessLifeProps) {
  const isSigningIn = state.kind === 'authorizing' || state.kind === 'confirming-account';
  return life === null ? (
    <Section title={texts.title}>
      <p className="connection-soft">{isSigningIn ? texts.signingIn : texts.none}</p>
    </Section>
  ) : (
    <LivingAccess life={life} isRefreshing={state.kind === 'refreshing'} {...others} />
  );
}

interface LivingAccessProps extends Omit<AccessLifeProps, 'state'> {
  readonly life: SessionLife;
  readonly isRefreshing: boolean;
}

function LivingAccess({ life, isRefreshing, refreshes, tableId }: LivingAccessProps) {
  const { format } = useWindowState();
  const { receivedAtMs, accessTokenExpiresAtMs: endsAtMs } = life;
  const nowMs = useNow(tickOf(receivedAtMs, endsAtMs));
  return (
    <Section title={texts.title}>
      <AccessPicture life={life} refreshes={refreshes} nowMs={nowMs} tableId={tableId} />
      <p className="connection-soft">{accessPlanPhrase(life, isRefreshing, nowMs, format)}</p>
    </Section>
  );
}

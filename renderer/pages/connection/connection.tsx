import { type RefObject, useEffect, useId, useRef } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import type { SessionState } from '../../../shared/session-state.ts';
import { describeClockSkew } from '../../../shared/texts/clock-skew-texts.ts';
import { connectionSentence } from '../../../shared/texts/connection-sentence.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { type StatusAction, withReserve } from '../../../shared/texts/status-sentence.ts';
import { currentWait } from '../../../shared/texts/wait-texts.ts';
import { AuthorizingPanel } from '../../components/authorizing-panel.tsx';
import { FailedSignIn } from '../../components/last-failure.tsx';
import { StatusHead } from '../../components/status-head.tsx';
import type { Loadable } from '../../state/live-value.ts';
import { useNow } from '../../state/use-now.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { AccessLife } from './access-life.tsx';
import { ClockCheck } from './clock-check.tsx';
import { ConnectionActions } from './connection-actions.tsx';
import { KeptPlace } from './kept-place.tsx';
import { MissingPermissions } from './missing-permissions.tsx';
import { RefreshTable } from './refresh-table.tsx';
import { Requests } from './requests/requests.tsx';
import { RequestsFailed } from './requests/requests-failed.tsx';
import { SixMonths } from './six-months.tsx';
import { useRenew } from './use-renew.ts';
import './connection.css';

interface ConnectionProps {
  readonly session: SessionSnapshot;
  readonly library: Loadable<LibraryStatus>;
  readonly onAct: (action: Exclude<StatusAction, null>) => void;
  readonly onSay: (text: string) => void;
}

/** How the session stands, live: its access, its sign-in, where it is kept, what was done for it. */
export function Connection({ session, library, onAct, onSay }: ConnectionProps) {
  usePageTitle(connectionTexts.title);
  const { format } = useWindowState();
  const nowMs = useNow();
  const { state, connection, mode } = session;
  const status = library.kind === 'ready' ? library.value : null;
  const sentence = withReserve(
    connectionSentence(session, nowMs, format),
    state.kind === 'active' ? currentWait(null, session.service) : null,
    status?.requests,
  );
  const isInBrowser = state.kind === 'authorizing' && state.pageUrl === null;
  const renew = useRenew(session, onSay);
  const refreshTableId = useId();
  const renewButton = useRef<HTMLButtonElement>(null);
  useFocusAfterSignIn(isInBrowser, renewButton);
  const clock = <ClockCheck {...describeClockSkew(connection.clockSkewMs, format)} />;
  const isClockWrong = describeClockSkew(connection.clockSkewMs, format).isWrong;

  return (
    <div className="page connection">
      <StatusHead
        sentence={isInBrowser ? { ...sentence, detail: null } : sentence}
        status={null}
        onAct={onAct}
      />
      {isInBrowser && (
        <div className="connection-waiting">
          <AuthorizingPanel endsAtMs={state.endsAtMs} />
        </div>
      )}
      {!isTold(state) && <FailedSignIn failure={connection.lastSignInFailure} />}
      <ConnectionActions
        session={session}
        isRenewable={isRenewable(state)}
        renewButton={renewButton}
        onRenew={() => void renew()}
        onSay={onSay}
      />
      <div className="connection-columns">
        <div className="connection-main">
          {isClockWrong && clock}
          <MissingPermissions life={connection.life} onRenew={() => void renew()} />
          <AccessLife
            state={state}
            life={connection.life}
            refreshes={connection.refreshes}
            tableId={refreshTableId}
          />
          <SixMonths life={connection.life} />
          {status !== null && <Requests session={session} status={status} />}
          {library.kind === 'failed' && <RequestsFailed id={library.id} />}
          <RefreshTable id={refreshTableId} refreshes={connection.refreshes} />
        </div>
        <aside className="connection-side">
          <KeptPlace cache={connection.cache} isChoosable={mode === 'spotify'} />
          {!isClockWrong && clock}
        </aside>
      </div>
    </div>
  );
}

/** Whether the head says already why the last sign-in came to nothing. */
function isTold(state: SessionState): boolean {
  return state.kind === 'signed-out' || state.kind === 'sign-in-needed';
}

/** Where a user signed in and access works; elsewhere the head offers what helps. */
function isRenewable(state: SessionState): boolean {
  switch (state.kind) {
    case 'active':
      return state.life.way === 'authorization-code';
    case 'refreshing':
      return state.life === null || state.life.way === 'authorization-code';
    default:
      return false;
  }
}

/** When the waiting for the browser ends, its panel vanishes with the focus. */
function useFocusAfterSignIn(isWaiting: boolean, button: RefObject<HTMLButtonElement | null>) {
  const wasWaiting = useRef(isWaiting);
  useEffect(() => {
    const isFocusLost = document.activeElement === null || document.activeElement === document.body;
    if (wasWaiting.current && !isWaiting && isFocusLost) {
      (button.current ?? document.getElementById('main'))?.focus();
    }
    wasWaiting.current = isWaiting;
  }, [isWaiting, button]);
}

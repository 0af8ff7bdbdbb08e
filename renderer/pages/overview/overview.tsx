import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import type { SessionState } from '../../../shared/session-state.ts';
import { describeInternalFailure } from '../../../shared/texts/answer-texts.ts';
import { overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import {
  canBePaused,
  type StatusAction,
  type StatusSentence,
} from '../../../shared/texts/status-sentence.ts';
import { AuthorizingPanel } from '../../components/authorizing-panel.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { PauseMenu } from '../../components/pause-menu.tsx';
import { StatusHead } from '../../components/status-head.tsx';
import type { Loadable } from '../../state/live-value.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { AttentionList } from './attention-list.tsx';
import { DaysPicture } from './days-picture.tsx';
import { LibraryFigures } from './library-figures.tsx';
import { RecentChanges } from './recent-changes.tsx';
import { RequestBudget } from './request-budget.tsx';
import './overview.css';

interface OverviewProps {
  readonly session: SessionSnapshot;
  readonly library: Loadable<LibraryStatus>;
  readonly sentence: StatusSentence;
  readonly onAct: (action: Exclude<StatusAction, null>) => void;
  readonly onSay: (text: string) => void;
}

/** Whether a panel right beside the sentence says the rest, and has the buttons. */
function isToldBeside(state: SessionState): boolean {
  return (
    (state.kind === 'authorizing' && state.pageUrl === null) || state.kind === 'confirming-account'
  );
}

/** The state in one sentence, and what is worth knowing below it. */
export function Overview({ session, library, sentence, onAct, onSay }: OverviewProps) {
  usePageTitle(overviewTexts.title);
  const { api, library: liveLibrary } = useWindowState();
  const { state } = session;
  const isInBrowser = state.kind === 'authorizing' && state.pageUrl === null;
  const status = library.kind === 'ready' ? library.value : null;

  async function pause(untilMs: number | null) {
    const answer = await api.library.pause({ untilMs });
    if (!answer.ok) onSay(describeInternalFailure(answer.error));
  }

  return (
    <div className="page overview">
      <StatusHead
        sentence={isToldBeside(state) ? { ...sentence, detail: null, action: null } : sentence}
        status={status}
        onAct={onAct}
      >
        {status !== null && canBePaused({ session: state, monitor: status.monitor }) && (
          <PauseMenu onPause={(untilMs) => void pause(untilMs)} />
        )}
      </StatusHead>
      {isInBrowser && <AuthorizingPanel endsAtMs={state.endsAtMs} />}
      {library.kind === 'failed' && (
        <FailurePanel
          title={shellTexts.failed.title}
          retryLabel={shellTexts.failed.retry}
          id={library.id}
          onRetry={() => liveLibrary.reload()}
        />
      )}
      {status !== null && session.account !== null && (
        // Before Spotify has said whose library it is, nothing is read and every figure would be 0.
        <div className="overview-columns">
          <div className="overview-main">
            <AttentionList status={status} session={session} />
            <RecentChanges mode={session.mode} hasBaseline={status.baselineAtMs !== null} />
          </div>
          <aside className="overview-side">
            {status.baselineAtMs !== null && <DaysPicture days={status.changesPerDay} />}
            <LibraryFigures
              totals={status.totals}
              collections={status.collections}
              isWhole={status.baselineAtMs !== null}
            />
            <RequestBudget requests={status.requests} />
          </aside>
        </div>
      )}
    </div>
  );
}

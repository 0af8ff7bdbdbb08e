import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import type { SessionState } from '../../../shared/session-state.ts';
import { overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import type { StatusAction, StatusSentence } from '../../../shared/texts/status-sentence.ts';
import { AuthorizingPanel } from '../../components/authorizing-panel.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
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
}

/** Whether a panel right beside the sentence says the rest, and has the buttons. */
function isToldBeside(state: SessionState): boolean {
  return (
    (state.kind === 'authorizing' && state.pageUrl === null) || state.kind === 'confirming-account'
  );
}

/** The state in one sentence, and what is worth knowing below it. */
export function Overview({ session, library, sentence, onAct }: OverviewProps) {
  usePageTitle(overviewTexts.title);
  const { library: liveLibrary } = useWindowState();
  const { state } = session;
  const isInBrowser = state.kind === 'authorizing' && state.pageUrl === null;
  const status = library.kind === 'ready' ? library.value : null;
  return (
    <div className="page overview">
      <StatusHead
        sentence={isToldBeside(state) ? { ...sentence, detail: null, action: null } : sentence}
        status={status}
        onAct={onAct}
      />
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
            <LibraryFigures totals={status.totals} />
            <RequestBudget requests={status.requests} />
          </aside>
        </div>
      )}
    </div>
  );
}

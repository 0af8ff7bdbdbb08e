import type { LibraryStatus } from '../../../shared/library-status.ts';
import { progressPhrase } from '../../../shared/texts/monitor-texts.ts';
import { lastCheckPhrase, overviewTexts } from '../../../shared/texts/overview-texts.ts';
import type { StatusAction, StatusSentence } from '../../../shared/texts/status-sentence.ts';
import { Button } from '../../components/button.tsx';
import { RefreshIcon } from '../../components/icons.tsx';
import { PassProgressBar } from '../../components/pass-progress-bar.tsx';
import { StatusGlyph } from '../../components/status-glyph.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';

interface StatusHeadProps {
  readonly sentence: StatusSentence;
  readonly status: LibraryStatus | null;
  readonly onAct: (action: Exclude<StatusAction, null>) => void;
}

/** The one sentence, what it means, how far a running check is, and what one can do. */
export function StatusHead({ sentence, status, onAct }: StatusHeadProps) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const { tone, headline, detail, action } = sentence;
  const monitor = status?.monitor ?? null;
  const progress =
    monitor?.kind === 'checking' || monitor?.kind === 'paused' ? monitor.progress : null;
  return (
    <header className="status-head">
      <div className="status-head-words">
        <h1>
          <StatusGlyph tone={tone} size={15} />
          <span>{headline}</span>
        </h1>
        {detail !== null && monitor?.kind !== 'checking' && <p>{detail}</p>}
        {progress !== null && (
          <PassProgressBar progress={progress} label={progressPhrase(progress, format)} />
        )}
        {status !== null && (status.lastCheckAtMs !== null || progress === null) && (
          <p className="status-head-last">{lastCheckPhrase(status, nowMs, format)}.</p>
        )}
      </div>
      {action !== null && (
        <Button look={action === 'check-now' ? 'plain' : 'primary'} onPress={() => onAct(action)}>
          {action === 'check-now' && <RefreshIcon />}
          {ACTION_LABELS[action]}
        </Button>
      )}
    </header>
  );
}

const ACTION_LABELS: Readonly<Record<Exclude<StatusAction, null>, string>> = {
  'check-now': overviewTexts.checkNow,
  retry: overviewTexts.retry,
  'sign-in': overviewTexts.signIn,
};

import { type ReactNode, useRef } from 'react';
import type { LibraryStatus } from '../../shared/library-status.ts';
import { progressPhrase } from '../../shared/texts/monitor-texts.ts';
import { lastCheckPhrase, overviewTexts } from '../../shared/texts/overview-texts.ts';
import { proxySettingsTexts } from '../../shared/texts/proxy-settings-texts.ts';
import type { StatusAction, StatusSentence } from '../../shared/texts/status-sentence.ts';
import { hashOfRoute } from '../state/route.ts';
import { useNow } from '../state/use-now.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { Button } from './button.tsx';
import { Moment } from './moment.tsx';
import { PassProgressBar } from './pass-progress-bar.tsx';
import { StatusActionButton } from './status-action-button.tsx';
import { StatusGlyph } from './status-glyph.tsx';
import './status-head.css';

interface StatusHeadProps {
  readonly sentence: StatusSentence;
  readonly status: LibraryStatus | null;
  readonly onAct: (action: Exclude<StatusAction, null>) => void;
  /** What else one can do, before that button. */
  readonly children?: ReactNode;
}

/** The one sentence, what it means, how far a running check is, and what one can do. */
export function StatusHead({ sentence, status, onAct, children }: StatusHeadProps) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  const { tone, headline, detail, action, setting } = sentence;
  const monitor = status?.monitor ?? null;
  // Beside a pass that stands still, a moving bar would say that it runs; the sentence says how far.
  const progress = monitor?.kind === 'checking' ? monitor.progress : null;
  return (
    <header className="status-head">
      <div className="status-head-words">
        <h1 ref={heading} tabIndex={-1}>
          <StatusGlyph tone={tone} size={15} />
          <span>{headline}</span>
        </h1>
        {detail !== null && monitor?.kind !== 'checking' && <p>{detail}</p>}
        {progress !== null && (
          <PassProgressBar progress={progress} label={progressPhrase(progress, format)} />
        )}
        {status !== null && (status.lastCheckAtMs !== null || progress === null) && (
          <p className="status-head-last">
            <Moment atMs={status.lastCheckAtMs ?? Number.NaN}>
              {lastCheckPhrase(status, nowMs, format)}
            </Moment>
          </p>
        )}
      </div>
      <div className="status-head-actions">
        {children}
        {action === 'resume' && (
          <Button look="quiet" onPress={() => onAct('check-now')}>
            {overviewTexts.checkNow}
          </Button>
        )}
        {setting === 'proxy' && (
          <a className="text-link" href={hashOfRoute({ page: 'settings', section: 'internet' })}>
            {proxySettingsTexts.link}
          </a>
        )}
        {action !== null && (
          <StatusActionButton
            // Another action is another button: what was about to be pressed must not change.
            key={action}
            action={action}
            onPress={() => onAct(action)}
            onVanish={() => heading.current?.focus()}
          />
        )}
      </div>
    </header>
  );
}

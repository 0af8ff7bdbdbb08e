import { useEffect, useRef, useState } from 'react';
import { describeInternalFailure } from '../../shared/texts/answer-texts.ts';
import { countdown } from '../../shared/texts/time-phrases.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { useNow } from '../state/use-now.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { Button } from './button.tsx';
import { StatusGlyph } from './status-glyph.tsx';
import './authorizing-panel.css';

interface AuthorizingPanelProps {
  /** Null where the page's own heading says it. */
  readonly title: string | null;
  readonly endsAtMs: number;
}

/** While the browser has the word: how long it may take, the way back to it, and the way out. */
export function AuthorizingPanel({ title, endsAtMs }: AuthorizingPanelProps) {
  const { api } = useWindowState();
  const nowMs = useNow(1_000);
  const [problem, setProblem] = useState('');
  const panel = useRef<HTMLElement>(null);
  const texts = welcomeTexts.waiting;
  useEffect(() => {
    // The button that was pressed to come here is gone; the panel says how it goes on.
    panel.current?.focus();
  }, []);

  async function openAgain() {
    const answer = await api.session.openBrowserAgain();
    if (!answer.ok) setProblem(describeInternalFailure(answer.error));
    else if (answer.value.kind === 'not-opened') setProblem(welcomeTexts.answers.notOpened);
    else if (answer.value.kind === 'not-running') setProblem(welcomeTexts.answers.notRunning);
    else setProblem('');
  }

  return (
    <section className="authorizing" aria-label={texts.title} ref={panel} tabIndex={-1}>
      <div className="authorizing-head">
        <StatusGlyph tone="busy" size={14} />
        {title !== null && <h3>{title}</h3>}
        {title === null && <p>{texts.body}</p>}
        <span className="tabular" role="timer" aria-live="off">
          {texts.timeLeft(countdown(endsAtMs, nowMs))}
        </span>
      </div>
      {title !== null && <p>{texts.body}</p>}
      <div className="authorizing-actions">
        <Button onPress={() => void openAgain()}>{texts.again}</Button>
        <Button look="quiet" onPress={() => void api.session.cancelSignIn()}>
          {texts.cancel}
        </Button>
      </div>
      <p className="problem" role="status">
        {problem}
      </p>
    </section>
  );
}

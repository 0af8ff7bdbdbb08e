import { useState } from 'react';
import { describeInternalFailure } from '../../shared/texts/answer-texts.ts';
import { countdown } from '../../shared/texts/time-phrases.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { useNow } from '../state/use-now.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { Button } from './button.tsx';
import { StatusGlyph } from './status-glyph.tsx';
import './authorizing-panel.css';

/** While the browser has the word: how long it may take, the way back to it, and the way out. */
export function AuthorizingPanel({ endsAtMs }: { readonly endsAtMs: number }) {
  const { api } = useWindowState();
  const nowMs = useNow(1_000);
  const [problem, setProblem] = useState('');
  const texts = welcomeTexts.waiting;

  async function openAgain() {
    const answer = await api.session.openBrowserAgain();
    if (!answer.ok) setProblem(describeInternalFailure(answer.error));
    else if (answer.value.kind === 'not-opened') setProblem(welcomeTexts.answers.notOpened);
    else if (answer.value.kind === 'not-running') setProblem(welcomeTexts.answers.notRunning);
    else setProblem('');
  }

  return (
    <section className="authorizing" aria-labelledby="authorizing-title">
      <div className="authorizing-head">
        <StatusGlyph tone="busy" size={14} />
        <h3 id="authorizing-title">{texts.title}</h3>
        <span className="tabular" role="timer" aria-live="off">
          {texts.timeLeft(countdown(endsAtMs, nowMs))}
        </span>
      </div>
      <p>{texts.body}</p>
      <div className="authorizing-actions">
        <Button onPress={() => void openAgain()}>{texts.again}</Button>
        <Button look="quiet" onPress={() => void api.session.cancelSignIn()}>
          {texts.cancel}
        </Button>
      </div>
      <p className="welcome-problem" role="status">
        {problem}
      </p>
    </section>
  );
}

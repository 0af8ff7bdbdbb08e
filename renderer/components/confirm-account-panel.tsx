import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SessionState } from '../../shared/session-state.ts';
import { describeInternalFailure } from '../../shared/texts/answer-texts.ts';
import { describeAccountQuestion } from '../../shared/texts/confirm-account-texts.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { Button } from './button.tsx';
import { StatusGlyph } from './status-glyph.tsx';
import './confirm-account-panel.css';

/** Whose library to go on with. It stands above every page until it is answered; nothing else stops. */
export function ConfirmAccountPanel({ state }: { readonly state: SessionState }) {
  return state.kind === 'confirming-account' ? <Question state={state} /> : null;
}

interface QuestionProps {
  readonly state: Extract<SessionState, { kind: 'confirming-account' }>;
}

function Question({ state }: QuestionProps) {
  const { api } = useWindowState();
  const [problem, setProblem] = useState('');
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // What had the focus while the browser was waited for is gone. Elsewhere it is left alone.
    if (document.activeElement === document.body) panel.current?.focus();
  }, []);
  useLayoutEffect(() => {
    const element = panel.current;
    return () => {
      // Answered, it goes with the focus, which needs another place.
      if (element?.contains(document.activeElement)) document.getElementById('main')?.focus();
    };
  }, []);
  const question = describeAccountQuestion(state);

  async function answer(accept: boolean) {
    const result = await api.session.confirmAccount({ accept });
    setProblem(result.ok ? '' : describeInternalFailure(result.error));
  }

  return (
    <section
      id={CONFIRM_ACCOUNT_ID}
      className="confirm-account"
      role="alert"
      aria-label={question.title}
      ref={panel}
      tabIndex={-1}
    >
      <StatusGlyph tone="attention" size={16} />
      <div className="confirm-account-body">
        <h2>{question.title}</h2>
        <p>{question.body}</p>
        <p>{question.afterwards}</p>
        <div className="confirm-account-actions">
          <Button onPress={() => void answer(false)}>{question.keep}</Button>
          <Button onPress={() => void answer(true)}>{question.use}</Button>
        </div>
        <p className="problem" role="status">
          {problem}
        </p>
      </div>
    </section>
  );
}

const CONFIRM_ACCOUNT_ID = 'confirm-account';

/** Leads to the question, wherever the user is. */
export function focusAccountQuestion(): void {
  document.getElementById(CONFIRM_ACCOUNT_ID)?.focus();
}

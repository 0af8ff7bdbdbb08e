import { useEffect, useRef, useState } from 'react';
import type { SessionState } from '../../shared/session-state.ts';
import { describeInternalFailure } from '../../shared/texts/answer-texts.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { AuthorizingPanel } from './authorizing-panel.tsx';
import { Button } from './button.tsx';
import { LastFailure } from './last-failure.tsx';
import './sign-in-control.css';

interface SignInControlProps {
  readonly state: SessionState;
  /** Null while none that could work is typed. */
  readonly clientId: string | null;
  /** Whether the main process has a secret that goes with it. */
  readonly hasSecret: boolean;
  readonly onClientIdMissing: () => void;
}

/** Signing in with the browser, and what came of the last attempt. */
export function SignInControl({
  state,
  clientId,
  hasSecret,
  onClientIdMissing,
}: SignInControlProps) {
  const { api } = useWindowState();
  const [problem, setProblem] = useState('');
  const [isIdMissing, setIdMissing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isAuthorizing = state.kind === 'authorizing';
  useFocusBackOn(button, isAuthorizing);
  const texts = welcomeTexts.steps.signIn;

  async function signIn() {
    setProblem('');
    setIdMissing(clientId === null);
    if (clientId === null) {
      onClientIdMissing();
      return;
    }
    const answer = await api.session.signIn({
      way: 'browser',
      clientId,
      secret: { kind: hasSecret ? 'kept' : 'none' },
    });
    if (!answer.ok) setProblem(describeInternalFailure(answer.error));
    else if (answer.value.kind === 'client-id-invalid') {
      setProblem(welcomeTexts.answers.clientIdInvalid);
    }
  }

  if (isAuthorizing) {
    return <AuthorizingPanel title={welcomeTexts.waiting.title} endsAtMs={state.endsAtMs} />;
  }
  return (
    <div className="sign-in-control">
      <LastFailure state={state} />
      <p>{texts.body}</p>
      <Button look="primary" ref={button} onPress={() => void signIn()}>
        {texts.button}
      </Button>
      <p className="problem" role="status">
        {isIdMissing && clientId === null ? texts.needsClientId : problem}
      </p>
    </div>
  );
}

/** When the waiting ends, its buttons vanish with the focus; it comes back to where it began. */
function useFocusBackOn(button: React.RefObject<HTMLButtonElement | null>, isAuthorizing: boolean) {
  const wasAuthorizing = useRef(isAuthorizing);
  useEffect(() => {
    if (wasAuthorizing.current && !isAuthorizing) button.current?.focus();
    wasAuthorizing.current = isAuthorizing;
  }, [button, isAuthorizing]);
}

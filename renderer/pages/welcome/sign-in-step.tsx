import { useState } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import type { SessionState } from '../../../shared/session-state.ts';
import { describeInternalFailure } from '../../../shared/texts/answer-texts.ts';
import { describeSession } from '../../../shared/texts/session-texts.ts';
import {
  describeSignInFailure,
  type FailureText,
} from '../../../shared/texts/sign-in-failure-texts.ts';
import { welcomeTexts } from '../../../shared/texts/welcome-texts.ts';
import { AuthorizingPanel } from '../../components/authorizing-panel.tsx';
import { Button } from '../../components/button.tsx';
import { WarningIcon } from '../../components/icons.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { Step } from './step.tsx';

interface SignInStepProps {
  readonly state: SessionState;
  /** Null while none that could work is typed. */
  readonly clientId: string | null;
  readonly onClientIdMissing: () => void;
}

/** The last step: the browser, and what came of the last attempt. */
export function SignInStep({ state, clientId, onClientIdMissing }: SignInStepProps) {
  const { api } = useWindowState();
  const [problem, setProblem] = useState('');
  const texts = welcomeTexts.steps.signIn;

  async function signIn() {
    if (clientId === null) {
      setProblem(texts.needsClientId);
      onClientIdMissing();
      return;
    }
    setProblem('');
    const answer = await api.session.signIn({ clientId });
    if (!answer.ok) setProblem(describeInternalFailure(answer.error));
    else if (answer.value.kind === 'client-id-invalid') {
      setProblem(welcomeTexts.answers.clientIdInvalid);
    }
  }

  return (
    <Step number={3} title={texts.title}>
      {state.kind === 'authorizing' ? (
        <AuthorizingPanel endsAtMs={state.endsAtMs} />
      ) : (
        <>
          <LastFailure state={state} />
          <p>{texts.body}</p>
          <Button look="primary" onPress={() => void signIn()}>
            {texts.button}
          </Button>
          <p className="welcome-problem" role="status">
            {clientId !== null && problem === texts.needsClientId ? '' : problem}
          </p>
        </>
      )}
    </Step>
  );
}

function LastFailure({ state }: { readonly state: SessionState }) {
  const nowMs = useNow();
  const { format } = useWindowState();
  const failure = failureOf();
  if (failure === null) return null;
  return (
    <div className="step-failure" role="alert">
      <WarningIcon />
      <div>
        <h3>{failure.title}</h3>
        <p>{failure.advice}</p>
      </div>
    </div>
  );

  function failureOf(): FailureText | null {
    switch (state.kind) {
      case 'signed-out':
        return state.lastFailure === null ? null : describeSignInFailure(state.lastFailure);
      case 'keychain-locked':
      case 'keychain-missing':
      case 'sign-in-needed': {
        const { headline, detail } = describeSession(state, nowMs, format);
        return { title: headline, advice: detail ?? '' };
      }
      case 'active':
      case 'refreshing':
      case 'offline':
      case 'waiting':
      case 'authorizing':
        return null;
      default:
        return assertNever(state);
    }
  }
}

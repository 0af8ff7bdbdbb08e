import { useEffect, useRef, useState } from 'react';
import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { signInWaysTexts } from '../../shared/texts/sign-in-ways-texts.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { hasSignedIn } from '../state/has-signed-in.ts';
import { AuthorizingPanel } from './authorizing-panel.tsx';
import { Button } from './button.tsx';
import { CheckIcon } from './icons.tsx';
import { LastFailure } from './last-failure.tsx';
import { PastingPanel } from './pasting-panel.tsx';
import { EMPTY_DRAFT, SignInForm } from './sign-in-form.tsx';
import { isSecretKnown, signInStep } from './sign-in-step.ts';
import { useSignIn } from './use-sign-in.ts';
import './sign-in-control.css';

interface SignInControlProps {
  readonly state: SessionState;
  readonly setup: SessionSnapshot['setup'];
  /** Null while none that could work is typed. */
  readonly clientId: string | null;
  readonly onClientIdMissing: () => void;
}

/** Signing in, with the browser unless the user wants another way, and what came of the last try. */
export function SignInControl({ state, setup, clientId, onClientIdMissing }: SignInControlProps) {
  const { problem, start } = useSignIn();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [areWaysOpen, setWaysOpen] = useState(false);
  const [isIdMissing, setIdMissing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isAuthorizing = state.kind === 'authorizing';
  // Nothing waits for it while one is signed in.
  const isSignedIn = state.kind === 'active' || state.kind === 'refreshing';
  useFocusBackOn(button, isAuthorizing);
  const hasJustSignedIn = useHasJustSignedIn(state);
  const texts = welcomeTexts.steps.signIn;
  const isKnown = isSecretKnown(setup, clientId);

  function signIn() {
    const step = signInStep({
      way: 'browser',
      clientId,
      secret: EMPTY,
      token: EMPTY,
      isSecretKnown: isKnown,
    });
    setIdMissing(step.kind === 'missing');
    if (step.kind === 'missing') onClientIdMissing();
    else start(step);
  }

  if (isAuthorizing) {
    return state.pageUrl === null ? (
      <AuthorizingPanel title={welcomeTexts.waiting.title} endsAtMs={state.endsAtMs} />
    ) : (
      <PastingPanel
        pageUrl={state.pageUrl}
        redirectUri={state.redirectUri}
        endsAtMs={state.endsAtMs}
      />
    );
  }
  // The question whose library to go on with stands above the page.
  if (state.kind === 'confirming-account') return null;
  return (
    <div className="sign-in-control">
      <LastFailure state={state} />
      {hasJustSignedIn && (
        <p className="sign-in-done">
          <CheckIcon size={14} />
          {signInWaysTexts.signedIn}
        </p>
      )}
      {!areWaysOpen && (
        <>
          <p>{texts.body}</p>
          <Button look={isSignedIn ? 'plain' : 'primary'} ref={button} onPress={signIn}>
            {texts.button}
          </Button>
          <p className="problem" role="status">
            {isIdMissing && clientId === null ? texts.needsClientId : problem}
          </p>
        </>
      )}
      <details
        className="other-ways"
        open={areWaysOpen}
        onToggle={(event) => setWaysOpen(event.currentTarget.open)}
      >
        <summary>{signInWaysTexts.disclosure}</summary>
        {areWaysOpen && (
          <SignInForm
            draft={draft}
            onChange={setDraft}
            clientId={clientId}
            isSecretKnown={isKnown}
            isSignedIn={isSignedIn}
            buttonRef={button}
            onClientIdMissing={onClientIdMissing}
            onSignIn={start}
            problem={problem}
          />
        )}
      </details>
    </div>
  );
}

const EMPTY = { kind: 'empty' } as const;

/** True from the good end of a sign-in on, until something is the matter again. */
function useHasJustSignedIn(state: SessionState): boolean {
  const before = useRef(state);
  const [hasJustSignedIn, setHasJustSignedIn] = useState(false);
  useEffect(() => {
    const isStill = state.kind === 'active' || state.kind === 'refreshing';
    const isNew = hasSignedIn(before.current, state);
    setHasJustSignedIn((was) => isStill && (was || isNew));
    before.current = state;
  }, [state]);
  return hasJustSignedIn;
}

/** When the waiting ends, its buttons vanish with the focus; it comes back to where it began. */
function useFocusBackOn(button: React.RefObject<HTMLButtonElement | null>, isAuthorizing: boolean) {
  const wasAuthorizing = useRef(isAuthorizing);
  useEffect(() => {
    if (wasAuthorizing.current && !isAuthorizing) button.current?.focus();
    wasAuthorizing.current = isAuthorizing;
  }, [button, isAuthorizing]);
}

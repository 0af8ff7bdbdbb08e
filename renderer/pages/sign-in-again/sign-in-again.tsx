import { useEffect, useRef } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { welcomeTexts } from '../../../shared/texts/welcome-texts.ts';
import { Button } from '../../components/button.tsx';
import { SignInWays } from '../../components/sign-in-ways.tsx';
import { hasSignedIn } from '../../state/has-signed-in.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import './sign-in-again.css';

interface SignInAgainProps {
  readonly session: SessionSnapshot;
  readonly onLeave: () => void;
}

/** A new sign-in for a library that is already watched. */
export function SignInAgain({ session, onLeave }: SignInAgainProps) {
  const texts = welcomeTexts.again;
  usePageTitle(texts.title);
  useLeaveWhenSignedIn(session.state, onLeave);

  return (
    <div className="page sign-in-again">
      <h1>{texts.title}</h1>
      <p>{texts.intro}</p>
      <SignInWays session={session} />
      {session.state.kind !== 'authorizing' && (
        <Button look="quiet" onPress={onLeave}>
          {texts.back}
        </Button>
      )}
    </div>
  );
}

function useLeaveWhenSignedIn(state: SessionSnapshot['state'], onLeave: () => void): void {
  const before = useRef(state);
  useEffect(() => {
    if (hasSignedIn(before.current, state)) onLeave();
    before.current = state;
  }, [state, onLeave]);
}

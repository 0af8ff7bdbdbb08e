import { useEffect, useRef, useState } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { adviseOnClientId } from '../../../shared/texts/client-id-advice.ts';
import { welcomeTexts } from '../../../shared/texts/welcome-texts.ts';
import { Button } from '../../components/button.tsx';
import { usePageTitle } from '../../state/use-page-title.ts';
import { ClientIdStep } from './client-id-step.tsx';
import { CreateAppStep } from './create-app-step.tsx';
import { SignInStep } from './sign-in-step.tsx';
import { WelcomeIntro } from './welcome-intro.tsx';
import './welcome.css';

interface WelcomeProps {
  readonly session: SessionSnapshot;
  /** The way back to the library; null where there is none yet. */
  readonly onLeave: (() => void) | null;
}

/** Three steps to a watched library; or a look at a sample one. */
export function Welcome({ session, onLeave }: WelcomeProps) {
  const isAgain = onLeave !== null;
  usePageTitle(isAgain ? welcomeTexts.titleAgain : welcomeTexts.title);
  const [typedId, setTypedId] = useState(session.setup.clientId ?? '');
  const advice = adviseOnClientId(typedId);
  const clientIdField = useRef<HTMLInputElement>(null);
  useLeaveWhenSignedIn(session, onLeave);

  return (
    <div className={isAgain ? 'welcome welcome-again' : 'welcome'}>
      <WelcomeIntro isAgain={isAgain} />
      <div className="welcome-steps">
        <ol>
          <CreateAppStep redirectUris={session.setup.redirectUris} />
          <ClientIdStep
            advice={advice}
            value={typedId}
            onChange={setTypedId}
            inputRef={clientIdField}
          />
          <SignInStep
            state={session.state}
            clientId={advice.kind === 'valid' ? advice.clientId : null}
            onClientIdMissing={() => clientIdField.current?.focus()}
          />
        </ol>
        {onLeave !== null && (
          <Button look="quiet" onPress={onLeave}>
            {welcomeTexts.back}
          </Button>
        )}
      </div>
    </div>
  );
}

function useLeaveWhenSignedIn({ state }: SessionSnapshot, onLeave: (() => void) | null): void {
  const wasAuthorizing = useRef(false);
  useEffect(() => {
    if (wasAuthorizing.current && state.kind === 'active') onLeave?.();
    wasAuthorizing.current = state.kind === 'authorizing';
  }, [state.kind, onLeave]);
}

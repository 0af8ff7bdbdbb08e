import { useEffect, useRef, useState } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { acceptedValue } from '../../../shared/texts/advice.ts';
import { adviseOnClientId } from '../../../shared/texts/client-id-advice.ts';
import { welcomeTexts } from '../../../shared/texts/welcome-texts.ts';
import { AppRegistration } from '../../components/app-registration.tsx';
import { Button } from '../../components/button.tsx';
import { ClientIdField } from '../../components/client-id-field.tsx';
import { SignInControl } from '../../components/sign-in-control.tsx';
import { usePageTitle } from '../../state/use-page-title.ts';
import './sign-in-again.css';

interface SignInAgainProps {
  readonly session: SessionSnapshot;
  readonly onLeave: () => void;
}

/** A new sign-in for a library that is already watched; the app's details stay folded away. */
export function SignInAgain({ session, onLeave }: SignInAgainProps) {
  const { state, setup } = session;
  const texts = welcomeTexts.again;
  usePageTitle(texts.title);
  const [typedId, setTypedId] = useState(setup.clientId ?? '');
  const advice = adviseOnClientId(typedId);
  const clientIdField = useRef<HTMLInputElement>(null);
  const [areDetailsOpen, setDetailsOpen] = useState(
    setup.clientId === null ||
      (state.kind === 'sign-in-needed' && state.reason === 'client-invalid'),
  );
  useLeaveWhenSignedIn(state.kind, onLeave);

  return (
    <div className="sign-in-again">
      <h1>{texts.title}</h1>
      <p>{texts.intro}</p>
      <SignInControl
        state={state}
        clientId={acceptedValue(advice)}
        hasSecret={setup.hasSecret}
        onClientIdMissing={() => {
          setDetailsOpen(true);
          requestAnimationFrame(() => clientIdField.current?.focus());
        }}
      />
      <details open={areDetailsOpen} onToggle={(event) => setDetailsOpen(event.currentTarget.open)}>
        <summary>{texts.details}</summary>
        <div className="sign-in-details">
          <ClientIdField
            advice={advice}
            value={typedId}
            onChange={setTypedId}
            inputRef={clientIdField}
          />
          <AppRegistration redirectUris={setup.redirectUris} />
        </div>
      </details>
      {state.kind !== 'authorizing' && (
        <Button look="quiet" onPress={onLeave}>
          {texts.back}
        </Button>
      )}
    </div>
  );
}

function useLeaveWhenSignedIn(kind: SessionSnapshot['state']['kind'], onLeave: () => void): void {
  const wasAuthorizing = useRef(false);
  useEffect(() => {
    if (wasAuthorizing.current && kind === 'active') onLeave();
    wasAuthorizing.current = kind === 'authorizing';
  }, [kind, onLeave]);
}

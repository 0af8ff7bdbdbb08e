import { useRef, useState } from 'react';
import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import { acceptedValue } from '../../shared/texts/advice.ts';
import { adviseOnClientId } from '../../shared/texts/client-id-advice.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { AppRegistration } from './app-registration.tsx';
import { ClientIdField } from './client-id-field.tsx';
import { SignInControl } from './sign-in-control.tsx';
import './sign-in-ways.css';

/** Every way to sign in where the set-up was done before; the app's details stay folded away. */
export function SignInWays({ session }: { readonly session: SessionSnapshot }) {
  const { state, setup } = session;
  const [typedId, setTypedId] = useState(setup.clientId ?? '');
  const advice = adviseOnClientId(typedId);
  const clientIdField = useRef<HTMLInputElement>(null);
  const [areDetailsOpen, setDetailsOpen] = useState(
    setup.clientId === null ||
      (state.kind === 'sign-in-needed' && state.reason === 'client-invalid'),
  );

  return (
    <div className="sign-in-ways">
      <SignInControl
        state={state}
        setup={setup}
        clientId={acceptedValue(advice)}
        onClientIdMissing={() => {
          setDetailsOpen(true);
          requestAnimationFrame(() => clientIdField.current?.focus());
        }}
      />
      <details
        className="sign-in-app"
        open={areDetailsOpen}
        onToggle={(event) => setDetailsOpen(event.currentTarget.open)}
      >
        <summary>{welcomeTexts.again.details}</summary>
        <div className="sign-in-app-body">
          <ClientIdField
            advice={advice}
            value={typedId}
            onChange={setTypedId}
            inputRef={clientIdField}
          />
          <AppRegistration redirectUris={setup.redirectUris} />
        </div>
      </details>
    </div>
  );
}

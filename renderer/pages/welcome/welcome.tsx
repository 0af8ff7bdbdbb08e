import { useRef, useState } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { acceptedValue } from '../../../shared/texts/advice.ts';
import { adviseOnClientId } from '../../../shared/texts/client-id-advice.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { welcomeTexts } from '../../../shared/texts/welcome-texts.ts';
import { AppRegistration } from '../../components/app-registration.tsx';
import { ClientIdField } from '../../components/client-id-field.tsx';
import { SignInControl } from '../../components/sign-in-control.tsx';
import { hashOfRoute } from '../../state/route.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { Step } from './step.tsx';
import { WelcomeIntro } from './welcome-intro.tsx';
import './welcome.css';

/** Three steps to a watched library; or a look at a sample one. */
export function Welcome({ session }: { readonly session: SessionSnapshot }) {
  usePageTitle(welcomeTexts.title);
  const [typedId, setTypedId] = useState(session.setup.clientId ?? '');
  const advice = adviseOnClientId(typedId);
  const clientIdField = useRef<HTMLInputElement>(null);
  const { app, clientId, signIn } = welcomeTexts.steps;
  // The sample library signs in by itself; there is no browser to wait for.
  const isSampleStarting = session.mode === 'sample' && session.state.kind === 'authorizing';

  return (
    <div className="welcome">
      <WelcomeIntro isSampleStarting={isSampleStarting} />
      <ol className="welcome-steps">
        <Step number={1} title={app.title}>
          <p>{app.body}</p>
          <AppRegistration redirectUris={session.setup.redirectUris} />
        </Step>
        <Step number={2} title={clientId.title} isDone={advice.kind === 'valid'}>
          <ClientIdField
            advice={advice}
            value={typedId}
            onChange={setTypedId}
            inputRef={clientIdField}
          />
        </Step>
        <Step number={3} title={signIn.title}>
          <SignInControl
            state={isSampleStarting ? SIGNED_OUT : session.state}
            setup={session.setup}
            clientId={acceptedValue(advice)}
            onClientIdMissing={() => clientIdField.current?.focus()}
          />
        </Step>
      </ol>
      <a className="welcome-settings text-link" href={hashOfRoute({ page: 'settings' })}>
        {settingsTexts.title}
      </a>
    </div>
  );
}

const SIGNED_OUT = { kind: 'signed-out', lastFailure: null } as const;

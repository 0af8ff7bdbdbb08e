import { type Ref, type RefObject, useRef, useState } from 'react';
import { adviseOnAccessToken } from '../../shared/texts/access-token-advice.ts';
import { adviseOnClientSecret } from '../../shared/texts/client-secret-advice.ts';
import { signInWaysTexts } from '../../shared/texts/sign-in-ways-texts.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { AdvisedField } from './advised-field.tsx';
import { Button } from './button.tsx';
import { type SignInStep, signInStep, type WayIn } from './sign-in-step.ts';
import { WayChoice } from './way-choice.tsx';
import './sign-in-form.css';

/** What was typed and chosen. It outlives the form, which goes while a browser has the word. */
export interface SignInDraft {
  readonly way: WayIn;
  readonly secret: string;
  readonly token: string;
}

export const EMPTY_DRAFT: SignInDraft = { way: 'browser', secret: '', token: '' };

interface SignInFormProps {
  readonly draft: SignInDraft;
  readonly onChange: (draft: SignInDraft) => void;
  readonly clientId: string | null;
  readonly isSecretKnown: boolean;
  /** Another sign-in is possible then, but nothing waits for it. */
  readonly isSignedIn: boolean;
  readonly buttonRef: Ref<HTMLButtonElement>;
  readonly onClientIdMissing: () => void;
  /** Why the last try did not even start; empty where it did. */
  readonly problem: string;
  readonly onSignIn: (step: Exclude<SignInStep, { kind: 'missing' }>) => void;
}

/** All ways in, with what each of them needs. */
export function SignInForm(props: SignInFormProps) {
  const { draft, clientId, isSecretKnown, onChange } = props;
  const secretField = useRef<HTMLInputElement>(null);
  const tokenField = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState('');
  const secret = adviseOnClientSecret(draft.secret, clientId);
  const token = adviseOnAccessToken(draft.token);
  const texts = signInWaysTexts;

  function change(next: Partial<SignInDraft>) {
    setMissing('');
    onChange({ ...draft, ...next });
  }

  function submit() {
    const step = signInStep({ way: draft.way, clientId, secret, token, isSecretKnown });
    setMissing(step.kind === 'missing' ? MISSING[step.field] : '');
    if (step.kind !== 'missing') props.onSignIn(step);
    else if (step.field === 'client-id') props.onClientIdMissing();
    else focus(step.field === 'secret' ? secretField : tokenField);
  }

  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <WayChoice way={draft.way} onChange={(way) => change({ way })} />
      {draft.way === 'access-token' ? (
        <AdvisedField
          label={texts.token.label}
          hint={texts.token.hint}
          validText={texts.token.valid}
          advice={token}
          value={draft.token}
          onChange={(value) => change({ token: value })}
          inputRef={tokenField}
          isSecret
        />
      ) : (
        <AdvisedField
          label={texts.secret.label}
          hint={isSecretKnown ? texts.secret.known : SECRET_HINTS[draft.way]}
          validText={texts.secret.valid}
          advice={secret}
          value={draft.secret}
          onChange={(value) => change({ secret: value })}
          inputRef={secretField}
          isSecret
        />
      )}
      <Button look={props.isSignedIn ? 'plain' : 'primary'} ref={props.buttonRef} type="submit">
        {texts.ways[draft.way].button}
      </Button>
      <p className="problem" role="status">
        {missing === '' ? props.problem : missing}
      </p>
    </form>
  );
}

const SECRET_HINTS: Readonly<Record<Exclude<WayIn, 'access-token'>, string>> = {
  browser: signInWaysTexts.secret.optional,
  pasted: signInWaysTexts.secret.optional,
  'client-credentials': signInWaysTexts.secret.needed,
  import: signInWaysTexts.secret.forImport,
};

const MISSING = {
  'client-id': welcomeTexts.steps.signIn.needsClientId,
  secret: signInWaysTexts.secret.missing,
  token: signInWaysTexts.token.missing,
} as const;

function focus(field: RefObject<HTMLInputElement | null>): void {
  field.current?.focus();
}

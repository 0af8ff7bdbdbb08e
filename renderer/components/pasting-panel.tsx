import { useRef, useState } from 'react';
import { acceptedValue } from '../../shared/texts/advice.ts';
import {
  adviseOnCallbackAddress,
  describeCallbackAnswer,
  describeCallbackRefusal,
} from '../../shared/texts/callback-address-advice.ts';
import { signInWaysTexts } from '../../shared/texts/sign-in-ways-texts.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { AdvisedField } from './advised-field.tsx';
import { Button } from './button.tsx';
import { CopyableText } from './copyable-text.tsx';
import { useBrowserAgain } from './use-browser-again.ts';
import { WaitingPanel } from './waiting-panel.tsx';

interface PastingPanelProps {
  /** Spotify's page, to be opened in a browser anywhere. */
  readonly pageUrl: string;
  readonly redirectUri: string;
  readonly endsAtMs: number;
}

/** While a browser on another computer has the word: its address, and the one that it brings. */
export function PastingPanel({ pageUrl, redirectUri, endsAtMs }: PastingPanelProps) {
  const { api } = useWindowState();
  const browser = useBrowserAgain();
  const [pasted, setPasted] = useState('');
  /** What the main process has against this very address. */
  const [refusal, setRefusal] = useState('');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const texts = signInWaysTexts.pasting;
  const advice = adviseOnCallbackAddress(pasted, redirectUri);

  async function give() {
    const address = acceptedValue(advice);
    if (address === null) {
      // What is wrong with it stands below it already.
      setProblem(advice.kind === 'empty' ? texts.missing : '');
      field.current?.focus();
      return;
    }
    setProblem('');
    const answer = await api.session.giveCallbackAddress({ address });
    if (answer.ok && answer.value.kind === 'refused') {
      setRefusal(describeCallbackRefusal(answer.value.reason));
      field.current?.focus();
    } else {
      setProblem(describeCallbackAnswer(answer));
    }
  }

  return (
    <WaitingPanel
      label={texts.title}
      head={<p className="waiting-title">{texts.title}</p>}
      endsAtMs={endsAtMs}
    >
      <p>{texts.open}</p>
      <div className="copyables">
        <CopyableText text={pageUrl} label={texts.copy} isOneLine />
      </div>
      <p>{texts.paste}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <AdvisedField
          label={texts.label}
          hint={texts.hint(redirectUri)}
          validText={texts.valid}
          advice={refusal === '' ? advice : { kind: 'wrong', text: refusal }}
          value={pasted}
          onChange={(value) => {
            setPasted(value);
            setRefusal('');
            setProblem('');
          }}
          inputRef={field}
        />
        <p className="problem" role="status">
          {problem === '' ? browser.problem : problem}
        </p>
        <div className="waiting-actions">
          <Button look="primary" type="submit">
            {texts.submit}
          </Button>
          <Button onPress={browser.open}>{texts.openHere}</Button>
          <Button look="quiet" onPress={() => void api.session.cancelSignIn()}>
            {welcomeTexts.waiting.cancel}
          </Button>
        </div>
      </form>
    </WaitingPanel>
  );
}

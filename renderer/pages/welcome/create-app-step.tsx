import { welcomeTexts } from '../../../shared/texts/welcome-texts.ts';
import { Button } from '../../components/button.tsx';
import { AwayIcon } from '../../components/icons.tsx';
import { useWindowState } from '../../state/window-state-context.ts';
import { CopyableText } from './copyable-text.tsx';
import { Step } from './step.tsx';

/** The app at Spotify's dashboard, with the exact strings that it needs. */
export function CreateAppStep({ redirectUris }: { readonly redirectUris: readonly string[] }) {
  const { api } = useWindowState();
  const texts = welcomeTexts.steps.app;
  return (
    <Step number={1} title={texts.title}>
      <p>{texts.body}</p>
      <Button onPress={() => void api.app.openLink({ kind: 'developer-dashboard' })}>
        {texts.open}
        <AwayIcon />
      </Button>
      <p className="step-label">{texts.redirectUris}</p>
      <ul className="copyables">
        {redirectUris.map((uri) => (
          <li key={uri}>
            <CopyableText text={uri} />
          </li>
        ))}
      </ul>
      <p>{texts.api}</p>
    </Step>
  );
}

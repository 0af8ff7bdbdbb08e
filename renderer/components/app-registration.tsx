import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { Button } from './button.tsx';
import { CopyableText } from './copyable-text.tsx';
import { AwayIcon } from './icons.tsx';

/** The way to Spotify's dashboard, and the exact strings that an app there needs. */
export function AppRegistration({ redirectUris }: { readonly redirectUris: readonly string[] }) {
  const { api } = useWindowState();
  const texts = welcomeTexts.steps.app;
  return (
    <>
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
    </>
  );
}

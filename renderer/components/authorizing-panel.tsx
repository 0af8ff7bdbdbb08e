import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { Button } from './button.tsx';
import { useBrowserAgain } from './use-browser-again.ts';
import { WaitingPanel } from './waiting-panel.tsx';

interface AuthorizingPanelProps {
  /** Left out where the page's own heading says it. */
  readonly title?: string;
  readonly endsAtMs: number;
}

/** While this computer's browser has the word: the way back to it, and the way out. */
export function AuthorizingPanel({ title, endsAtMs }: AuthorizingPanelProps) {
  const { api } = useWindowState();
  const browser = useBrowserAgain();
  const texts = welcomeTexts.waiting;
  return (
    <WaitingPanel
      label={texts.title}
      head={title === undefined ? <p>{texts.body}</p> : <p className="waiting-title">{title}</p>}
      endsAtMs={endsAtMs}
    >
      {title !== undefined && <p>{texts.body}</p>}
      <div className="waiting-actions">
        <Button onPress={browser.open}>{texts.again}</Button>
        <Button look="quiet" onPress={() => void api.session.cancelSignIn()}>
          {texts.cancel}
        </Button>
      </div>
      <p className="problem" role="status">
        {browser.problem}
      </p>
    </WaitingPanel>
  );
}

import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { libraryTexts, unwatchedText } from '../../../shared/texts/library-texts.ts';
import { progressPhrase } from '../../../shared/texts/monitor-texts.ts';
import { headlineSentence } from '../../../shared/texts/status-sentence.ts';
import { Button } from '../../components/button.tsx';
import { PassProgressBar } from '../../components/pass-progress-bar.tsx';
import type { LibraryScope } from '../../state/routes/library-route.ts';
import { useStatusSentence } from '../../state/use-status-sentence.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { passProgressOf } from './pass-progress-of.ts';

interface LibraryNoteProps {
  readonly scope: LibraryScope;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus;
  readonly onSignIn: () => void;
}

/** Says above the rows that they are not all, or not as they are now. Absent where they are. */
export function LibraryNote({ scope, session, status, onSignIn }: LibraryNoteProps) {
  const { format } = useWindowState();
  const sentence = useStatusSentence(session, status);
  const collection = status.collections.find(({ kind }) => kind === scope);
  if (collection?.state === 'scope-missing') {
    return (
      <div className="library-note">
        <p>
          {unwatchedText(collection.kind, collection.state)?.body} {libraryTexts.stillShown}
        </p>
        <Button onPress={onSignIn}>{libraryTexts.signIn}</Button>
      </div>
    );
  }
  if (status.baselineAtMs !== null || collection?.state === 'watched') return null;
  const progress = passProgressOf(status.monitor);
  return (
    <div className="library-note">
      <div>
        <p>
          <strong>{headlineSentence(sentence)}</strong> {libraryTexts.firstPass}
        </p>
        {progress !== null && (
          <PassProgressBar progress={progress} label={progressPhrase(progress, format)} />
        )}
      </div>
    </div>
  );
}

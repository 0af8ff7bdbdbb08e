import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { libraryTexts, unwatchedText } from '../../../shared/texts/library-texts.ts';
import { Button } from '../../components/button.tsx';
import { FirstPassNote } from '../../components/first-pass-note.tsx';
import type { LibraryScope } from '../../state/routes/library-route.ts';

interface LibraryNoteProps {
  readonly scope: LibraryScope;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus;
  readonly onSignIn: () => void;
}

/** Says above the rows that they are not all, or not as they are now. Absent where they are. */
export function LibraryNote({ scope, session, status, onSignIn }: LibraryNoteProps) {
  const collection = status.collections.find(({ kind }) => kind === scope);
  if (collection?.state === 'scope-missing') {
    return (
      <div className="list-note">
        <p>
          {unwatchedText(collection.kind, collection.state)?.body} {libraryTexts.stillShown}
        </p>
        <Button onPress={onSignIn}>{libraryTexts.signIn}</Button>
      </div>
    );
  }
  if (status.baselineAtMs !== null || collection?.state === 'watched') return null;
  return <FirstPassNote session={session} status={status} text={libraryTexts.firstPass} />;
}

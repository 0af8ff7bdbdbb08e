import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { libraryTexts, unwatchedText } from '../../../shared/texts/library-texts.ts';
import { progressPhrase } from '../../../shared/texts/monitor-texts.ts';
import { headlineSentence } from '../../../shared/texts/status-sentence.ts';
import { Button } from '../../components/button.tsx';
import { EmptyPanel } from '../../components/empty-panel.tsx';
import { ShelfIcon } from '../../components/icons.tsx';
import { PassProgressBar } from '../../components/pass-progress-bar.tsx';
import { StatusActionButton } from '../../components/status-action-button.tsx';
import type { Actions } from '../../shell/use-actions.ts';
import { passProgressOf } from '../../state/pass-progress-of.ts';
import type { LibraryScope } from '../../state/routes/library-route.ts';
import { useStatusSentence } from '../../state/use-status-sentence.ts';
import { useWindowState } from '../../state/window-state-context.ts';

interface UnreadPanelProps {
  readonly scope: LibraryScope;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus;
  readonly onAct: Actions['act'];
}

/** Why there are no rows yet, how far it is, and what helps. */
export function UnreadPanel({ scope, session, status, onAct }: UnreadPanelProps) {
  const { format } = useWindowState();
  const sentence = useStatusSentence(session, status);
  const collection = status.collections.find(({ kind }) => kind === scope);
  const progress = passProgressOf(status.monitor);
  if (collection?.state === 'scope-missing' || collection?.state === 'not-offered') {
    const text = unwatchedText(collection.kind, collection.state);
    return (
      <EmptyPanel sign={<ShelfIcon size={20} />} title={text?.title ?? ''} body={text?.body ?? ''}>
        {collection.state === 'scope-missing' && (
          <Button onPress={() => onAct('sign-in')}>{libraryTexts.signIn}</Button>
        )}
      </EmptyPanel>
    );
  }
  const unread = collection === undefined ? null : unwatchedText(collection.kind, 'not-read-yet');
  const { title, body } = unread ?? libraryTexts.unread;
  const { action } = sentence;
  return (
    <EmptyPanel
      sign={<ShelfIcon size={20} />}
      title={title}
      body={`${body} ${headlineSentence(sentence)}`}
    >
      {progress !== null && (
        <PassProgressBar progress={progress} label={progressPhrase(progress, format)} />
      )}
      {action !== null && (
        <StatusActionButton
          action={action}
          onPress={() => onAct(action)}
          onVanish={() => document.getElementById('main')?.focus()}
        />
      )}
    </EmptyPanel>
  );
}

import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../shared/library-status.ts';
import { progressPhrase } from '../../shared/texts/monitor-texts.ts';
import { headlineSentence } from '../../shared/texts/status-sentence.ts';
import { passProgressOf } from '../state/pass-progress-of.ts';
import { useStatusSentence } from '../state/use-status-sentence.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { PassProgressBar } from './pass-progress-bar.tsx';
import './list-note.css';

interface FirstPassNoteProps {
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus;
  /** What that means for the list below. */
  readonly text: string;
}

/** Stands above a list whose rows are not all there yet: how far it is, or until when it waits. */
export function FirstPassNote({ session, status, text }: FirstPassNoteProps) {
  const { format } = useWindowState();
  const sentence = useStatusSentence(session, status);
  const progress = passProgressOf(status.monitor);
  return (
    <div className="list-note">
      <div>
        <p>
          <strong>{headlineSentence(sentence)}</strong> {text}
        </p>
        {progress !== null && (
          <PassProgressBar progress={progress} label={progressPhrase(progress, format)} />
        )}
      </div>
    </div>
  );
}

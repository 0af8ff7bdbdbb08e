import type { ReactNode } from 'react';
import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../shared/library-status.ts';
import { progressPhrase } from '../../shared/texts/monitor-texts.ts';
import { headlineSentence } from '../../shared/texts/status-sentence.ts';
import { passProgressOf } from '../state/pass-progress-of.ts';
import { useStatusSentence } from '../state/use-status-sentence.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { EmptyPanel } from './empty-panel.tsx';
import { PassProgressBar } from './pass-progress-bar.tsx';

interface FirstPassPanelProps {
  readonly sign: ReactNode;
  readonly title: string;
  readonly body: string;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus;
}

/** A list that is empty only because the first pass is not done: how far it is, or why it waits. */
export function FirstPassPanel({ sign, title, body, session, status }: FirstPassPanelProps) {
  const { format } = useWindowState();
  const sentence = useStatusSentence(session, status);
  const progress = passProgressOf(status.monitor);
  return (
    <EmptyPanel sign={sign} title={title} body={`${body} ${headlineSentence(sentence)}`}>
      {progress !== null && (
        <PassProgressBar progress={progress} label={progressPhrase(progress, format)} />
      )}
    </EmptyPanel>
  );
}

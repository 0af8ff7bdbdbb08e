import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../shared/library-status.ts';
import { type StatusSentence, statusSentence } from '../../shared/texts/status-sentence.ts';
import { useNow } from './use-now.ts';
import { useWindowState } from './window-state-context.ts';

/** The one sentence on the state, kept up to date as time goes by. */
export function useStatusSentence(
  session: SessionSnapshot,
  library: LibraryStatus | null,
): StatusSentence {
  const { format } = useWindowState();
  const nowMs = useNow();
  return statusSentence(
    {
      mode: session.mode,
      session: session.state,
      service: session.service,
      monitor: library?.monitor ?? { kind: 'idle' },
      unreadChanges: library?.unreadChanges ?? 0,
      ...(library === null ? {} : { requests: library.requests }),
    },
    nowMs,
    format.locale,
    format.timeZone,
  );
}

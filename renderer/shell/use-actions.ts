import { useCallback, useRef } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../shared/library-status.ts';
import { describeCheckNow, describeInternalFailure } from '../../shared/texts/answer-texts.ts';
import type { StatusAction } from '../../shared/texts/status-sentence.ts';
import { currentWait } from '../../shared/texts/wait-texts.ts';
import { focusAccountQuestion } from '../components/confirm-account-panel.tsx';
import { navigate } from '../state/use-route.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { type ShownToast, useToast } from './use-toast.ts';

export interface Actions {
  /** The last answer worth reading. */
  readonly toast: ShownToast;
  readonly say: (text: string) => void;
  readonly act: (action: Exclude<StatusAction, null>) => void;
}

/** What the user can do about the state, and what came of it. */
export function useActions(session: SessionSnapshot, library: LibraryStatus | null): Actions {
  const { api, clock, format } = useWindowState();
  const { toast, say } = useToast();

  const wait = currentWait(library?.monitor ?? null, session.service);
  // Read when the answer is there: the wait may have begun with the very question.
  const waitNow = useRef(wait);
  waitNow.current = wait;

  const { clientId, hasSecret } = session.setup;
  const isToBeDecided =
    session.state.kind === 'sign-in-needed' &&
    (session.state.reason === 'client-invalid' || session.state.reason === 'token-ended');
  const isConfirming = session.state.kind === 'confirming-account';

  const act = useCallback(
    async (action: Exclude<StatusAction, null>): Promise<void> => {
      switch (action) {
        case 'check-now': {
          const answer = await api.library.checkNow();
          say(describeCheckNow(answer, waitNow.current, clock.nowMs(), format));
          return;
        }
        case 'retry': {
          const answer = await api.session.retry();
          if (!answer.ok) say(describeInternalFailure(answer.error));
          return;
        }
        case 'sign-in': {
          navigate({ page: 'sign-in' });
          // Nothing is left to decide unless the client ID or the way in itself is in doubt.
          if (clientId === null || isToBeDecided) return;
          const answer = await api.session.signIn({
            way: 'browser',
            clientId,
            secret: { kind: hasSecret ? 'kept' : 'none' },
          });
          if (!answer.ok) say(describeInternalFailure(answer.error));
          return;
        }
        case 'go-on-signing-in':
          if (isConfirming) focusAccountQuestion();
          else navigate({ page: 'sign-in' });
          return;
        case 'resume': {
          const answer = await api.library.resume();
          if (!answer.ok) say(describeInternalFailure(answer.error));
          return;
        }
        case 'restart': {
          const answer = await api.app.restart();
          if (!answer.ok) say(describeInternalFailure(answer.error));
          return;
        }
        default:
          return assertNever(action);
      }
    },
    [api, clock, format, say, clientId, hasSecret, isToBeDecided, isConfirming],
  );

  return { toast, say, act: (action) => void act(action) };
}

import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { describeInternalFailure } from '../../../shared/texts/answer-texts.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { navigate } from '../../state/use-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';

/** Runs the sign-in once more with what is known of the app: nothing is left to type. */
export function useRenew(
  { setup }: SessionSnapshot,
  onSay: (text: string) => void,
): () => Promise<void> {
  const { api } = useWindowState();
  const texts = connectionTexts.renew;
  return async () => {
    if (setup.clientId === null) {
      navigate({ page: 'sign-in' });
      return;
    }
    const answer = await api.session.signIn({
      way: 'browser',
      clientId: setup.clientId,
      secret: { kind: setup.hasSecret ? 'kept' : 'none' },
    });
    if (!answer.ok) onSay(describeInternalFailure(answer.error));
    else if (answer.value.kind === 'already-running') onSay(texts.alreadyRunning);
    else if (answer.value.kind !== 'started') onSay(texts.notAccepted);
  };
}

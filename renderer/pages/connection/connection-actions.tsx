import { type RefObject, useState } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { describeInternalFailure } from '../../../shared/texts/answer-texts.ts';
import {
  type ConnectionTestText,
  describeConnectionTest,
} from '../../../shared/texts/connection-test-texts.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { Button } from '../../components/button.tsx';
import { StatusGlyph } from '../../components/status-glyph.tsx';
import { DisconnectDialog } from '../../shell/disconnect-dialog.tsx';
import { useWindowState } from '../../state/window-state-context.ts';

const texts = connectionTexts;

interface ConnectionActionsProps {
  readonly session: SessionSnapshot;
  readonly isRenewable: boolean;
  readonly renewButton: RefObject<HTMLButtonElement | null>;
  readonly onRenew: () => void;
  readonly onSay: (text: string) => void;
}

/** What one can do about the connection, and what came of testing it. */
export function ConnectionActions(props: ConnectionActionsProps) {
  const { session, isRenewable, renewButton, onRenew, onSay } = props;
  const [isLeaving, setLeaving] = useState(false);
  const { test, isTesting, run } = useConnectionTest(session);
  const hasNothingToLeave = session.account === null && session.state.kind === 'signed-out';
  return (
    <section className="connection-actions" aria-label={texts.actions}>
      <div className="connection-buttons">
        <Button isPending={isTesting} onPress={() => void run()}>
          {isTesting ? texts.test.underWay : texts.test.button}
        </Button>
        {isRenewable && (
          <Button ref={renewButton} onPress={onRenew}>
            {texts.renew.button}
          </Button>
        )}
        {!hasNothingToLeave && (
          <Button look="quiet" onPress={() => setLeaving(true)}>
            {session.mode === 'sample' ? texts.disconnect.leaveSample : texts.disconnect.button}
          </Button>
        )}
      </div>
      <p className="section-note">{texts.test.note}</p>
      <p className="connection-verdict connection-result" role="status">
        {test !== null && (
          <>
            <StatusGlyph tone={test.tone} size={10} />
            <span>{test.text}</span>
          </>
        )}
      </p>
      <DisconnectDialog
        mode={session.mode}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        onSay={onSay}
      />
    </section>
  );
}

function useConnectionTest({ state }: SessionSnapshot) {
  const { api, clock, format, library } = useWindowState();
  const [test, setTest] = useState<ConnectionTestText | null>(null);
  const [isTesting, setTesting] = useState(false);

  async function run() {
    setTest(null);
    setTesting(true);
    const answer = await api.session.testConnection();
    setTesting(false);
    // It cost a request, and nothing else tells so.
    library.refresh();
    setTest(
      answer.ok
        ? describeConnectionTest(answer.value, state, clock.nowMs(), format)
        : { tone: 'attention', text: describeInternalFailure(answer.error) },
    );
  }
  return { test, isTesting, run };
}

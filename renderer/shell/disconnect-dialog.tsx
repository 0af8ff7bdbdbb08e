import { useState } from 'react';
import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import { describeInternalFailure } from '../../shared/texts/answer-texts.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { navigate } from '../state/use-route.ts';
import { useWindowState } from '../state/window-state-context.ts';

interface DisconnectDialogProps {
  readonly mode: SessionSnapshot['mode'];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSay: (text: string) => void;
}

/** Says what is deleted before it is. */
export function DisconnectDialog({ mode, isOpen, onClose, onSay }: DisconnectDialogProps) {
  const { api } = useWindowState();
  const [isUnderWay, setUnderWay] = useState(false);
  const texts = mode === 'sample' ? shellTexts.leaveSample : shellTexts.disconnect;

  async function disconnect() {
    setUnderWay(true);
    const answer = await api.session.disconnect();
    setUnderWay(false);
    onClose();
    if (!answer.ok) onSay(describeInternalFailure(answer.error));
    else if (answer.value.kind === 'keychain-failed') onSay(shellTexts.disconnect.keychainFailed);
    else if (answer.value.kind === 'file-failed') onSay(shellTexts.disconnect.fileFailed);
    else navigate({ page: 'overview' });
  }

  return (
    <Dialog title={texts.title} role="alertdialog" isOpen={isOpen} onClose={onClose}>
      <p>{texts.body}</p>
      <ul className="dialog-list">
        {texts.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p className="dialog-note">{texts.afterwards}</p>
      <div className="dialog-actions">
        <Button onPress={onClose} autoFocus>
          {texts.cancel}
        </Button>
        <Button look="danger" isDisabled={isUnderWay} onPress={() => void disconnect()}>
          {texts.confirm}
        </Button>
      </div>
    </Dialog>
  );
}

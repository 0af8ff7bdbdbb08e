import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';

interface FilePlaceDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says what a file means before the session is put into one. */
export function FilePlaceDialog({ isOpen, onClose, onConfirm }: FilePlaceDialogProps) {
  const texts = settingsTexts.kept.file;
  return (
    <Dialog title={texts.title} role="alertdialog" isOpen={isOpen} onClose={onClose}>
      <p>{texts.body}</p>
      <div className="dialog-actions">
        <Button onPress={onClose} autoFocus>
          {texts.cancel}
        </Button>
        <Button look="danger" onPress={onConfirm}>
          {texts.confirm}
        </Button>
      </div>
    </Dialog>
  );
}

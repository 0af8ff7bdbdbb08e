import { useState } from 'react';
import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import {
  changedSettingsPhrase,
  describeReset,
  settingsResetTexts,
} from '../../../shared/texts/settings-reset-texts.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { StatusGlyph } from '../../components/status-glyph.tsx';
import { useWindowState } from '../../state/window-state-context.ts';
import { changedSettings } from './changed-settings.ts';

const { button, dialog } = settingsResetTexts;

/** Puts every setting back, once it was said what that leaves alone. */
export function ResetSettings({ settings }: { readonly settings: VisibleSettings }) {
  const { api, format } = useWindowState();
  const [isAsking, setAsking] = useState(false);
  const [isResetting, setResetting] = useState(false);
  const [verdict, setVerdict] = useState<ReturnType<typeof describeReset> | null>(null);
  const changed = changedSettings(settings);

  async function reset() {
    setAsking(false);
    setResetting(true);
    const answer = await api.settings.reset();
    setResetting(false);
    setVerdict(describeReset(answer));
  }

  return (
    <div className="settings-reset">
      <p className="settings-soft">{changedSettingsPhrase(changed, format)}</p>
      <div className="settings-reset-foot">
        <Button isPending={isResetting} onPress={() => setAsking(true)}>
          {button}
        </Button>
        <p role="status">
          {verdict !== null && !isAsking && (
            <>
              <StatusGlyph tone={verdict.tone} size={10} />
              <span>{verdict.text}</span>
            </>
          )}
        </p>
      </div>
      <Dialog
        title={dialog.title}
        role="alertdialog"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <p>{dialog.body}</p>
        <p className="settings-reset-left">{dialog.left}</p>
        <ul className="dialog-list">
          {dialog.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <div className="dialog-actions">
          <Button onPress={() => setAsking(false)} autoFocus>
            {dialog.cancel}
          </Button>
          <Button look="danger" onPress={() => void reset()}>
            {dialog.confirm}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

import { connectionTexts } from '../../shared/texts/connection-texts.ts';
import { settingsTexts } from '../../shared/texts/settings-texts.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useLive, useWindowState } from '../state/window-state-context.ts';

interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every key that does something. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  const { info: liveInfo } = useWindowState();
  const info = useLive(liveInfo);
  const isMac = info.kind === 'ready' && info.value.platform === 'darwin';
  const modifier = isMac ? '⌘' : 'Ctrl';
  const texts = shellTexts.shortcuts;
  return (
    <Dialog title={texts.title} isOpen={isOpen} onClose={onClose}>
      <ShortcutList
        heading={texts.everywhere}
        rows={[
          [texts.overview, [modifier, '1']],
          [texts.changes, [modifier, '2']],
          [texts.library, [modifier, '3']],
          [texts.playlists, [modifier, '4']],
          [connectionTexts.title, [modifier, '5']],
          [settingsTexts.title, [modifier, '6']],
          [texts.search, [modifier, 'F']],
          [texts.checkNow, ['R']],
          [texts.help, ['?']],
        ]}
      />
      <ShortcutList
        heading={texts.inChanges}
        rows={[
          [texts.move, ['↑', '↓']],
          [texts.ends, ['Home', 'End']],
          [texts.open, ['Enter']],
          [texts.markAllRead, ['M']],
        ]}
      />
      <div className="dialog-actions">
        <Button onPress={onClose} autoFocus>
          {texts.close}
        </Button>
      </div>
    </Dialog>
  );
}

interface ShortcutListProps {
  readonly heading: string;
  readonly rows: readonly (readonly [string, readonly string[]])[];
}

function ShortcutList({ heading, rows }: ShortcutListProps) {
  return (
    <section className="shortcuts">
      <h3>{heading}</h3>
      <dl>
        {rows.map(([name, keys]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import { connectionTexts } from '../../shared/texts/connection-texts.ts';
import { settingsTexts } from '../../shared/texts/settings-texts.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { hashOfRoute } from '../state/route.ts';
import { useModifierKey } from '../state/use-modifier-key.ts';
import { useSingleKeys } from '../state/use-single-keys.ts';
import './shortcuts-dialog.css';

interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every key that does something; those of a single letter say so when they are turned off. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  const modifier = useModifierKey();
  const areSingleKeysOn = useSingleKeys();
  const texts = shellTexts.shortcuts;
  const single = (key: string) => (areSingleKeysOn ? [key] : null);
  return (
    <Dialog title={texts.title} width="wide" isOpen={isOpen} onClose={onClose}>
      <div className="shortcuts-columns">
        <ShortcutList
          heading={texts.pages}
          rows={[
            [texts.overview, [modifier, '1']],
            [texts.changes, [modifier, '2']],
            [texts.library, [modifier, '3']],
            [texts.playlists, [modifier, '4']],
            [connectionTexts.title, [modifier, '5']],
            [settingsTexts.title, [modifier, '6']],
          ]}
        />
        <ShortcutList
          heading={texts.everywhere}
          rows={[
            [texts.search, [modifier, 'F']],
            [texts.zoom, [modifier, '+', '−', '0']],
            [texts.checkNow, single('R')],
            [texts.help, single('?') ?? [modifier, '/']],
          ]}
        />
        <ShortcutList
          heading={texts.inChanges}
          rows={[
            [texts.move, ['↑', '↓']],
            [texts.ends, ['Home', 'End']],
            [texts.open, ['Enter']],
            [texts.markAllRead, single('M')],
          ]}
        />
        <ShortcutList
          heading={texts.onTimeline}
          rows={[
            [texts.byChange, ['←', '→']],
            [texts.byMonth, texts.monthKeys],
            [texts.timelineEnds, ['Home', 'End']],
          ]}
        />
      </div>
      <p className="shortcuts-note">
        {areSingleKeysOn ? texts.singleKeysOn : texts.singleKeysOff}{' '}
        <a
          className="text-link"
          href={hashOfRoute({ page: 'settings', section: 'window' })}
          onClick={onClose}
        >
          {texts.toSetting}
        </a>
      </p>
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
  /** Null for keys that are turned off. */
  readonly rows: readonly (readonly [string, readonly string[] | null])[];
}

function ShortcutList({ heading, rows }: ShortcutListProps) {
  return (
    <section className="shortcuts">
      <h3>{heading}</h3>
      <dl>
        {rows.map(([name, keys]) => (
          <div key={name}>
            <dt>{name}</dt>
            {keys === null ? (
              <dd className="shortcuts-off">{shellTexts.shortcuts.off}</dd>
            ) : (
              <dd>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { Button } from '../../components/button.tsx';
import type { SettingHint } from './setting-draft.ts';

interface SettingFootProps {
  readonly name: string;
  /** What holds without the user's doing, in words. */
  readonly byDefault: string;
  /** What can stand there, as a sentence. */
  readonly range?: string;
  readonly hint: SettingHint | null;
  readonly isRestorable: boolean;
  readonly onRestore: () => void;
}

/** Below a setting: what is to be said about it, else its default; and the way back to that. */
export function SettingFoot(props: SettingFootProps) {
  const { name, byDefault, range, hint, isRestorable, onRestore } = props;
  const atRest = [settingsTexts.byDefault(byDefault), range].filter(Boolean).join(' ');
  const button = settingsTexts.restore(byDefault);
  return (
    <div className="setting-foot">
      {hint === null && <p>{atRest}</p>}
      <p className={`setting-hint-${hint?.look ?? 'valid'}`} role="status">
        {hint?.text}
      </p>
      {isRestorable && (
        <Button look="quiet" aria-label={settingsTexts.restoreOf(button, name)} onPress={onRestore}>
          {button}
        </Button>
      )}
    </div>
  );
}

import { useState } from 'react';
import { HISTORY_BOUNDS } from '../../../shared/history-bounds.ts';
import { DEFAULT_HISTORY_SETTINGS } from '../../../shared/history-defaults.ts';
import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import {
  adviseOnRetention,
  historySettingsTexts,
  retentionMeaning,
  shortenWarning,
} from '../../../shared/texts/history-settings-texts.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import type { SettingKind } from './setting-draft.ts';
import { SettingField } from './setting-field.tsx';
import { useSaveSetting } from './use-save-setting.ts';

type Months = VisibleSettings['retentionMonths'];

/** A file written by hand may say "for ever"; the window offers only what Spotify's terms allow. */
const MONTHS: SettingKind<Months> = {
  write: (months) => (months === null ? '' : String(months)),
  advise: adviseOnRetention,
};

interface Question {
  readonly months: number;
  readonly answer: (problem: string | null) => void;
}

/** How long history is kept. Keeping less deletes, so that is asked first. */
export function RetentionSetting({ settings }: { readonly settings: VisibleSettings }) {
  const save = useSaveSetting()('retentionMonths');
  const [question, setQuestion] = useState<Question | null>(null);
  const { retention, shorten } = historySettingsTexts;
  const kept = settings.retentionMonths ?? Number.POSITIVE_INFINITY;

  async function saveOrAsk(months: Months): Promise<string | null> {
    if (months === null || months >= kept) return await save(months);
    return await new Promise((answer) => setQuestion({ months, answer }));
  }

  async function close(isConfirmed: boolean) {
    if (question === null) return;
    setQuestion(null);
    question.answer(isConfirmed ? await save(question.months) : shorten.left);
  }

  return (
    <>
      <SettingField
        look="number"
        name={retention.name}
        purpose={retention.purpose}
        unit={retention.unit}
        bounds={HISTORY_BOUNDS.retentionMonths}
        value={settings.retentionMonths}
        defaultValue={DEFAULT_HISTORY_SETTINGS.retentionMonths}
        kind={MONTHS}
        onSave={saveOrAsk}
        meaning={(months) => (months === null ? '' : retentionMeaning(months))}
      />
      <Dialog
        title={shorten.title}
        role="alertdialog"
        isOpen={question !== null}
        onClose={() => void close(false)}
      >
        <p>{question !== null && shortenWarning(question.months)}</p>
        <div className="dialog-actions">
          <Button onPress={() => void close(false)} autoFocus>
            {shorten.cancel}
          </Button>
          <Button look="danger" onPress={() => void close(true)}>
            {shorten.confirm}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

import { useId, useRef, useState } from 'react';
import { Switch } from 'react-aria-components';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import type { SettingHint } from './setting-draft.ts';
import { SettingFoot } from './setting-foot.tsx';
import type { SaveSetting } from './use-setting-draft.ts';
import './setting-switch.css';

interface SettingSwitchProps {
  readonly name: string;
  readonly purpose: string;
  readonly value: boolean;
  readonly defaultValue: boolean;
  readonly onSave: SaveSetting<boolean>;
  /** What it comes to, as things are set. */
  readonly meaning?: string;
  /** It stands as it is: the note says why. */
  readonly isDisabled?: boolean;
  /** What is to be said of it as it stands. */
  readonly note?: string;
}

/** One setting that is on or off. */
export function SettingSwitch(props: SettingSwitchProps) {
  const { name, purpose, value, defaultValue, onSave, isDisabled = false, note, meaning } = props;
  const [hint, setHint] = useState<SettingHint | null>(null);
  const purposeId = useId();
  const input = useRef<HTMLInputElement>(null);

  async function save(next: boolean) {
    const problem = await onSave(next);
    setHint(problem === null ? null : { look: 'wrong', text: problem });
  }

  function restore() {
    void save(defaultValue);
    // The button goes, and the focus with it.
    input.current?.focus();
  }

  return (
    <div className="setting setting-number" data-changed={value !== defaultValue || undefined}>
      <div className="setting-body">
        <Switch
          className="switch"
          inputRef={input}
          isSelected={value}
          isDisabled={isDisabled}
          onChange={(next) => void save(next)}
          aria-describedby={purposeId}
        >
          <span className="setting-name">{name}</span>
          <span className="switch-track" aria-hidden="true">
            <span className="switch-knob" />
          </span>
        </Switch>
        <div id={purposeId} className="setting-purpose">
          <p>{purpose}</p>
          {meaning !== undefined && <p className="setting-meaning tabular">{meaning}</p>}
        </div>
      </div>
      <SettingFoot
        name={name}
        byDefault={settingsTexts.switch[defaultValue ? 'on' : 'off']}
        hint={hint ?? (note === undefined ? null : { look: 'doubtful', text: note })}
        isRestorable={value !== defaultValue}
        onRestore={restore}
      />
    </div>
  );
}

import { useId, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { SettingHint } from './setting-draft.ts';
import { SettingFoot } from './setting-foot.tsx';
import type { SaveSetting } from './use-setting-draft.ts';
import './setting-choice.css';

interface SettingChoiceProps<T extends string> {
  readonly name: string;
  readonly purpose: string;
  readonly value: T;
  readonly defaultValue: T;
  /** The default in a word. */
  readonly byDefault: string;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly onSave: SaveSetting<T>;
}

/** One setting of a few words, of which one holds. */
export function SettingChoice<T extends string>(props: SettingChoiceProps<T>) {
  const { name, purpose, value, defaultValue, options, onSave } = props;
  const [hint, setHint] = useState<SettingHint | null>(null);
  const id = useId();

  async function save(next: T) {
    const problem = await onSave(next);
    setHint(problem === null ? null : { look: 'wrong', text: problem });
  }

  return (
    <div className="setting setting-number" data-changed={value !== defaultValue || undefined}>
      <div className="setting-body">
        <span id={`${id}-name`} className="setting-name">
          {name}
        </span>
        <p id={`${id}-purpose`} className="setting-purpose">
          {purpose}
        </p>
        <RadioGroup
          id={`${id}-choice`}
          className="setting-input setting-choice"
          orientation="horizontal"
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-purpose`}
          value={value}
          onChange={(next) => {
            const option = options.find((each) => each.value === next);
            if (option !== undefined) void save(option.value);
          }}
        >
          {options.map((option) => (
            <Radio key={option.value} value={option.value} className="setting-option">
              {option.name}
            </Radio>
          ))}
        </RadioGroup>
      </div>
      <SettingFoot
        name={name}
        byDefault={props.byDefault}
        hint={hint}
        isRestorable={value !== defaultValue}
        onRestore={() => {
          void save(defaultValue);
          // The button goes, and the focus with it.
          const group = document.getElementById(`${id}-choice`);
          group?.querySelector<HTMLInputElement>(`[value="${defaultValue}"]`)?.focus();
        }}
      />
    </div>
  );
}

import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import type { SettingKind } from './setting-draft.ts';
import { SettingFoot } from './setting-foot.tsx';
import { type SaveSetting, useSettingDraft } from './use-setting-draft.ts';

interface SettingFieldProps<T> {
  readonly name: string;
  readonly purpose: string;
  readonly value: T;
  readonly defaultValue: T;
  readonly kind: SettingKind<T>;
  readonly onSave: SaveSetting<T>;
  /** The default in words, where its text alone does not say it. */
  readonly byDefault?: string;
  /** The least and the most, where it is a number. */
  readonly bounds?: { readonly min: number; readonly max: number };
  /** A word behind the number. */
  readonly unit?: string;
  readonly placeholder?: string;
  /** What a value comes to, in a sentence that follows what is typed. */
  readonly meaning?: (value: T) => string;
  /** `number` and `time` stand beside their purpose; `line` and `lines` below it. */
  readonly look: 'number' | 'time' | 'line' | 'lines';
  /** Follows the field. */
  readonly children?: ReactNode;
}

const CLASSES = {
  number: 'setting-number',
  time: 'setting-number setting-time',
  line: 'setting-line',
  lines: 'setting-lines',
} as const;

/** One setting that is typed: looked at while it is, saved when the user goes on. */
export function SettingField<T>(props: SettingFieldProps<T>) {
  const { name, value, defaultValue, kind, look, unit, placeholder, bounds } = props;
  const { format } = useWindowState();
  const edited = useSettingDraft(value, kind, props.onSave);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const defaultText = kind.write(defaultValue);
  const shownDefault =
    typeof defaultValue === 'number' ? groupedNumber(defaultValue, format) : defaultText;
  const byDefault =
    props.byDefault ?? (unit === undefined ? shownDefault : `${shownDefault} ${unit}`);
  const isChanged = kind.write(value) !== defaultText;
  const number = (bound: number) => groupedNumber(bound, format);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      event.preventDefault();
      edited.leave();
    } else if (event.key === 'Escape' && edited.isUnsaved) {
      event.preventDefault();
      edited.giveUp();
    }
  }

  function restore() {
    edited.giveUp();
    if (isChanged) void props.onSave(defaultValue);
    // The button goes, and the focus with it.
    input.current?.focus();
  }

  const field = {
    className: 'field-input',
    ref: input,
    onKeyDown,
    spellCheck: false,
    autoComplete: 'off',
    autoCapitalize: 'none',
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  return (
    <div className={`setting ${CLASSES[look]}`} data-changed={isChanged || undefined}>
      <TextField
        className="setting-body"
        value={edited.text}
        onChange={edited.type}
        onBlur={edited.leave}
        isInvalid={edited.hint?.look === 'wrong'}
        validationBehavior="aria"
      >
        <Label className="setting-name">{name}</Label>
        <div className="setting-purpose">
          <Text slot="description" elementType="p">
            {props.purpose}
          </Text>
          {props.meaning !== undefined && (
            <p className="setting-meaning tabular" aria-live="polite">
              {edited.meant !== null && props.meaning(edited.meant.value)}
            </p>
          )}
        </div>
        <div className="setting-input">
          {look === 'lines' ? (
            <TextArea {...field} rows={2} />
          ) : (
            <Input {...field} {...(look === 'number' ? { inputMode: 'numeric' } : {})} />
          )}
          {unit !== undefined && <span>{unit}</span>}
        </div>
      </TextField>
      <SettingFoot
        name={name}
        byDefault={byDefault}
        {...(bounds === undefined
          ? {}
          : { range: settingsTexts.range(number(bounds.min), number(bounds.max)) })}
        hint={edited.hint}
        isRestorable={edited.isUnsaved || isChanged}
        onRestore={restore}
      />
      {props.children}
    </div>
  );
}

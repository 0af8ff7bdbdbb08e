import { type Ref, useState } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import type { Advice } from '../../shared/texts/advice.ts';
import { signInWaysTexts } from '../../shared/texts/sign-in-ways-texts.ts';
import { Button } from './button.tsx';
import { CheckIcon } from './icons.tsx';
import './advised-field.css';

interface AdvisedFieldProps {
  readonly label: string;
  /** True where the heading above says it. */
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
  /** Stands below while nothing is typed. */
  readonly hint: string;
  /** Stands below what can be used and needs no remark. */
  readonly validText: string;
  readonly advice: Advice<unknown>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Dots in place of the letters, unless the user wants to see them. */
  readonly isSecret?: boolean;
}

/** A text that is looked at while it is typed, with the reason where something is wrong. */
export function AdvisedField(props: AdvisedFieldProps) {
  const { label, placeholder, advice, inputRef = null, isSecret = false } = props;
  const [isShown, setShown] = useState(false);
  const texts = signInWaysTexts;
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      isInvalid={advice.kind === 'wrong'}
      validationBehavior="aria"
      type={isSecret && !isShown ? 'password' : 'text'}
    >
      <Label className={props.isLabelHidden === true ? 'visually-hidden' : 'field-label'}>
        {label}
      </Label>
      <div className="field-row">
        <Input
          className="field-input"
          ref={inputRef}
          {...(placeholder === undefined ? {} : { placeholder })}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
        />
        {isSecret && (
          <Button
            aria-label={isShown ? texts.hide(label) : texts.show(label)}
            onPress={() => setShown(!isShown)}
          >
            {isShown ? texts.hideButton : texts.showButton}
          </Button>
        )}
      </div>
      <Text
        slot="description"
        className={`field-hint field-hint-${advice.kind}`}
        aria-live="polite"
      >
        {advice.kind === 'valid' && <CheckIcon size={14} />}
        <span>{hintOf(props)}</span>
      </Text>
    </TextField>
  );
}

function hintOf({ advice, hint, validText }: AdvisedFieldProps): string {
  switch (advice.kind) {
    case 'empty':
      return hint;
    case 'valid':
      return advice.note ?? validText;
    case 'doubtful':
    case 'incomplete':
    case 'wrong':
      return advice.text;
  }
}

import type { RefObject } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import type { ClientIdAdvice } from '../../shared/texts/client-id-advice.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { CheckIcon } from './icons.tsx';
import './client-id-field.css';

interface ClientIdFieldProps {
  readonly value: string;
  readonly advice: ClientIdAdvice;
  readonly onChange: (value: string) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** The client ID, looked at while it is typed. */
export function ClientIdField({ value, advice, onChange, inputRef }: ClientIdFieldProps) {
  const texts = welcomeTexts.steps.clientId;
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={advice.kind === 'wrong'}
      validationBehavior="aria"
    >
      <Label className="visually-hidden">{texts.label}</Label>
      <Input
        className="field-input"
        ref={inputRef}
        placeholder={texts.placeholder}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
      />
      <Text
        slot="description"
        className={`field-hint field-hint-${advice.kind}`}
        aria-live="polite"
      >
        {advice.kind === 'valid' && <CheckIcon size={14} />}
        {hintOf(advice)}
      </Text>
    </TextField>
  );
}

function hintOf(advice: ClientIdAdvice): string {
  switch (advice.kind) {
    case 'empty':
      return welcomeTexts.steps.clientId.hint;
    case 'valid':
      return welcomeTexts.steps.clientId.valid;
    case 'incomplete':
    case 'wrong':
      return advice.text;
  }
}

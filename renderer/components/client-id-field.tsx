import type { RefObject } from 'react';
import type { Advice } from '../../shared/texts/advice.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { AdvisedField } from './advised-field.tsx';

interface ClientIdFieldProps {
  readonly value: string;
  readonly advice: Advice<string>;
  readonly onChange: (value: string) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** The client ID. The heading above it says so. */
export function ClientIdField(props: ClientIdFieldProps) {
  const texts = welcomeTexts.steps.clientId;
  return (
    <AdvisedField
      {...props}
      label={texts.label}
      isLabelHidden
      placeholder={texts.placeholder}
      hint={texts.hint}
      validText={texts.valid}
    />
  );
}

import type { ReactNode } from 'react';
import { CheckIcon } from '../../components/icons.tsx';

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly isDone?: boolean;
  readonly children: ReactNode;
}

/** One step of the set-up. */
export function Step({ number, title, isDone = false, children }: StepProps) {
  return (
    <li className="step">
      <span className={isDone ? 'step-number step-number-done' : 'step-number'} aria-hidden="true">
        {isDone ? <CheckIcon size={14} /> : number}
      </span>
      <div className="step-body">
        <h2>{title}</h2>
        {children}
      </div>
    </li>
  );
}

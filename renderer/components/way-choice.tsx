import { useId } from 'react';
import { signInWaysTexts } from '../../shared/texts/sign-in-ways-texts.ts';
import type { WayIn } from './sign-in-step.ts';
import './way-choice.css';

interface WayChoiceProps {
  readonly way: WayIn;
  readonly onChange: (way: WayIn) => void;
}

/** The ways in, each with a sentence on what it is good for. */
export function WayChoice({ way, onChange }: WayChoiceProps) {
  const id = useId();
  return (
    <fieldset className="ways">
      <legend className="visually-hidden">{signInWaysTexts.group}</legend>
      {WAYS.map((each) => (
        <label key={each} className="way">
          <input
            type="radio"
            name={id}
            checked={each === way}
            onChange={() => onChange(each)}
            aria-describedby={`${id}-${each}`}
            aria-labelledby={`${id}-${each}-label`}
          />
          <span>
            <span id={`${id}-${each}-label`} className="way-label">
              {signInWaysTexts.ways[each].label}
            </span>
            <span id={`${id}-${each}`} className="way-about">
              {signInWaysTexts.ways[each].about}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const ORDER: Readonly<Record<WayIn, number>> = {
  browser: 0,
  pasted: 1,
  'client-credentials': 2,
  'access-token': 3,
  import: 4,
};
const WAYS = (Object.keys(ORDER) as WayIn[]).sort((left, right) => ORDER[left] - ORDER[right]);

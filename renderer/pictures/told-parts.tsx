import { groupedNumber } from '../../shared/texts/quantities.ts';
import { useWindowState } from '../state/window-state-context.ts';
import type { Fill } from './bars/bars-drawing.ts';
import { PictureKey } from './picture-key.tsx';
import './told-parts.css';

interface ToldPartsProps {
  /** What is told: when, and how many. */
  readonly title: string;
  readonly parts: readonly {
    readonly name: string;
    readonly count: number;
    readonly fill: Fill;
  }[];
}

/** What a bar is made of, beneath a picture of bars. */
export function ToldParts({ title, parts }: ToldPartsProps) {
  const { format } = useWindowState();
  return (
    <>
      <p className="told-title">{title}</p>
      <ul className="told-parts">
        {parts.map(({ name, count, fill }) => (
          <li key={name}>
            <PictureKey {...fill} />
            <span>
              {groupedNumber(count, format)} {name}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

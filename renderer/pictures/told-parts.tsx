import type { Fill } from './bars/bars-drawing.ts';
import { PictureKey } from './picture-key.tsx';
import './told-parts.css';

interface ToldPartsProps {
  /** What is told: when, and how many. */
  readonly title: string;
  readonly parts: readonly {
    /** Its name and how many. */
    readonly words: string;
    readonly fill: Fill;
  }[];
}

/** What a bar is made of, beneath a picture of bars. */
export function ToldParts({ title, parts }: ToldPartsProps) {
  return (
    <>
      <p className="picture-title">{title}</p>
      <ul className="told-parts">
        {parts.map(({ words, fill }) => (
          <li key={words}>
            <PictureKey {...fill} />
            {words}
          </li>
        ))}
      </ul>
    </>
  );
}

import type { Fill } from './bars/bars-drawing.ts';
import './picture-key.css';

/** The colour and texture of one kind, beside its name. */
export function PictureKey({ token, texture }: Fill) {
  return (
    <span
      className={`picture-key picture-key-${texture}`}
      style={{ color: `var(${token})` }}
      aria-hidden="true"
    />
  );
}

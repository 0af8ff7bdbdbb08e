import type { StatusTone } from '../../shared/texts/status-sentence.ts';
import './status-glyph.css';

/** The state as a small sign. Each tone has a shape of its own, so colour is never the only word. */
export function StatusGlyph({ tone, size = 12 }: { tone: StatusTone; size?: number }) {
  return (
    <svg
      className={`status-glyph status-glyph-${tone}`}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[tone]}
    </svg>
  );
}

const SHAPES: Readonly<Record<StatusTone, React.ReactNode>> = {
  good: <circle cx="6" cy="6" r="4" fill="currentColor" stroke="none" />,
  busy: <path d="M6 1.6A4.4 4.4 0 1 1 1.6 6" />,
  waiting: (
    <>
      <circle cx="6" cy="6" r="4.4" />
      <path d="M6 3.8V6l1.4 1" />
    </>
  ),
  offline: (
    <>
      <circle cx="6" cy="6" r="4.4" />
      <path d="m3 9 6-6" />
    </>
  ),
  attention: (
    <>
      <path d="M6 .8 11.6 11H.4Z" fill="currentColor" stroke="none" />
      <path d="M6 4.8v2.4M6 9.2v.05" stroke="var(--paper)" strokeWidth="1.4" />
    </>
  ),
};

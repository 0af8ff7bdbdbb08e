import { type ReactNode, useEffect, useRef } from 'react';
import { countdown } from '../../shared/texts/time-phrases.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { useNow } from '../state/use-now.ts';
import { StatusGlyph } from './status-glyph.tsx';
import './waiting-panel.css';

interface WaitingPanelProps {
  readonly label: string;
  /** Stands beside the time that is left. */
  readonly head: ReactNode;
  readonly endsAtMs: number;
  readonly children: ReactNode;
}

/** While a browser has the word: how long it may take, and below what one can do. */
export function WaitingPanel({ label, head, endsAtMs, children }: WaitingPanelProps) {
  const nowMs = useNow(1_000);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that was pressed to come here is gone; the panel says how it goes on.
    panel.current?.focus();
  }, []);
  return (
    <section className="waiting" aria-label={label} ref={panel} tabIndex={-1}>
      <div className="waiting-head">
        <StatusGlyph tone="busy" size={14} />
        {head}
        <span className="tabular" role="timer" aria-live="off">
          {welcomeTexts.waiting.timeLeft(countdown(endsAtMs, nowMs))}
        </span>
      </div>
      {children}
    </section>
  );
}

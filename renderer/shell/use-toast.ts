import { useEffect, useState } from 'react';
import { useWindowState } from '../state/window-state-context.ts';

/** How long an answer stays that nobody is reading. */
const TOAST_MS = 7_000;

/** A short answer to something the user did. */
export interface ShownToast {
  /** Empty when there is none. */
  readonly text: string;
  /** Counts the answers, so that the same one is told twice. */
  readonly turn: number;
  readonly dismiss: () => void;
  /** While it is pointed at or has the focus it stays. */
  readonly hold: (isHeld: boolean) => void;
}

/** The answer of the moment. It goes by itself, but never from under somebody's eyes. */
export function useToast(): { readonly toast: ShownToast; readonly say: (text: string) => void } {
  const { clock } = useWindowState();
  const [{ text, turn }, setAnswer] = useState({ text: '', turn: 0 });
  const [isHeld, hold] = useState(false);
  const [{ say, dismiss }] = useState(() => {
    const show = (next: string): void =>
      setAnswer((before) => ({ text: next, turn: before.turn + 1 }));
    return {
      say: show,
      dismiss: () => {
        hold(false);
        show('');
      },
    };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer that is repeated stays anew
  useEffect(() => {
    if (text === '' || isHeld) return;
    const timer = clock.setTimer(TOAST_MS, dismiss);
    return () => timer.cancel();
  }, [text, turn, isHeld, clock, dismiss]);
  return { toast: { text, turn, dismiss, hold }, say };
}

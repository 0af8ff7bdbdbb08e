import type { ReactNode } from 'react';
import { isMoment } from '../../shared/texts/local-day.ts';
import { longMoment } from '../../shared/texts/moment-words.ts';
import { useWindowState } from '../state/window-state-context.ts';

interface MomentProps {
  /** Wall-clock time in milliseconds since the Unix epoch. */
  readonly atMs: number;
  /** As it is said here: "12 minutes ago". */
  readonly children: ReactNode;
}

/** A time in words, with the whole of it for who points at it and for programs that read along. */
export function Moment({ atMs, children }: MomentProps) {
  const { format } = useWindowState();
  if (!isMoment(atMs)) return children;
  return (
    <time dateTime={new Date(atMs).toISOString()} title={longMoment(atMs, format)}>
      {children}
    </time>
  );
}

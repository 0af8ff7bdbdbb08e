import type { MonitorState } from '../library-status.ts';
import type { ServiceState, SessionState } from '../session-state.ts';

/** Everything the one sentence on the state is made of. */
export interface StatusInput {
  readonly mode: 'spotify' | 'sample';
  readonly session: SessionState;
  readonly service: ServiceState;
  readonly monitor: MonitorState;
  readonly unreadChanges: number;
}

export type StatusTone = 'good' | 'busy' | 'waiting' | 'offline' | 'attention';

/** What the user can do about it; null when there is nothing to do. */
export type StatusAction = 'sign-in' | 'retry' | 'check-now' | null;

/** The state in words: the same in the tray, its tooltip and the window. */
export interface StatusSentence {
  readonly tone: StatusTone;
  /** One short sentence without a full stop: "Watching your library". */
  readonly headline: string;
  /** What it means and what happens next, in one or two sentences; null when nothing is to add. */
  readonly detail: string | null;
  readonly action: StatusAction;
}

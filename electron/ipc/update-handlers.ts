import type { GroupHandlers } from '../../shared/ipc-derived.ts';
import type { UpdateState } from '../../shared/update-state.ts';

/** The part of the desktop's `UpdateKeeper` that the window may use. */
export interface WindowUpdates {
  readonly state: UpdateState;
  look(): 'started' | 'not-now';
  download(): 'started' | 'not-now';
  cancel(): void;
  install(): 'started' | 'not-now';
}

/** The calls that concern newer versions of Cratewatch. */
export function createUpdateHandlers(updates: WindowUpdates): GroupHandlers<'updates'> {
  return {
    state: () => updates.state,
    look: () => ({ kind: updates.look() }),
    download: () => ({ kind: updates.download() }),
    cancel: () => {
      updates.cancel();
      return { kind: 'done' };
    },
    install: () => ({ kind: updates.install() }),
  };
}

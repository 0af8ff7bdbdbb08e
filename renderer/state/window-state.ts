import type { Clock } from '../../shared/clock.ts';
import type { AppInfo, SessionSnapshot, VisibleSettings } from '../../shared/ipc-contract.ts';
import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import type { LibraryStatus } from '../../shared/library-status.ts';
import type { Notice } from '../../shared/notice.ts';
import type { TextFormat } from '../../shared/texts/text-format.ts';
import type { UpdateState } from '../../shared/update-state.ts';
import { LiveValue } from './live-value.ts';

/** Everything the pages are drawn from. */
export interface WindowState {
  readonly api: CratewatchApi;
  readonly clock: Clock;
  readonly format: TextFormat;
  readonly info: LiveValue<AppInfo>;
  readonly notices: LiveValue<readonly Notice[]>;
  readonly session: LiveValue<SessionSnapshot>;
  readonly settings: LiveValue<VisibleSettings>;
  readonly library: LiveValue<LibraryStatus>;
  readonly updates: LiveValue<UpdateState>;
}

/** One snapshot a group, taken when the window opens. */
export function createWindowState(
  api: CratewatchApi,
  clock: Clock,
  format: TextFormat,
): WindowState {
  return {
    api,
    clock,
    format,
    info: new LiveValue({ snapshot: api.app.info, listen: () => () => undefined }),
    notices: new LiveValue<readonly Notice[]>({
      snapshot: async () => {
        const answer = await api.app.info();
        return answer.ok ? { ok: true, value: answer.value.notices } : answer;
      },
      listen: (listener) => api.app.on.notices(listener),
    }),
    session: new LiveValue({
      snapshot: api.session.snapshot,
      listen: (listener) => api.session.on.changed(listener),
    }),
    settings: new LiveValue({
      snapshot: api.settings.current,
      listen: (listener) => api.settings.on.changed(listener),
    }),
    library: new LiveValue({
      snapshot: api.library.status,
      listen: (listener) => api.library.on.changed(listener),
    }),
    updates: new LiveValue({
      snapshot: api.updates.state,
      listen: (listener) => api.updates.on.changed(listener),
    }),
  };
}

/** Starts every value; the answer stops them again. */
export function startWindowState(state: WindowState): () => void {
  const { info, notices, session, settings, library, updates } = state;
  const values = [info, notices, session, settings, library, updates];
  for (const value of values) value.start();
  return () => {
    for (const value of values) value.stop();
  };
}

import type { MonitorState, PassProgress } from '../../shared/library-status.ts';

/** How far the pass has come that runs or stands still; null while there is none. */
export function passProgressOf(monitor: MonitorState): PassProgress | null {
  return monitor.kind === 'checking' || monitor.kind === 'paused' ? monitor.progress : null;
}

import { RefreshLog } from '../../electron/session/refresh-log.ts';
import type { RefreshRecord } from '../../shared/connection.ts';

/** A refresh log that lasts as long as the test. */
export function memoryRefreshLog(): RefreshLog {
  let kept: readonly RefreshRecord[] = [];
  return new RefreshLog(
    {
      read: () => kept,
      write: (records) => {
        kept = records;
      },
    },
    (error) => {
      throw error;
    },
  );
}

import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** Where the history of an app stands, and when each part of it was seen. */
const TIMES: Readonly<Record<string, readonly string[]>> = {
  accounts: ['baseline_at_ms', 'last_check_at_ms', 'rotation_paid_until_ms'],
  lists: ['observed_at_ms', 'read_at_ms', 'gone_since_ms', 'cover_since_ms'],
  list_versions: ['observed_at_ms'],
  revisions: ['observed_after_ms', 'observed_before_ms'],
  items: ['availability_since_ms'],
  past_availabilities: ['since_ms', 'ended_after_ms', 'ended_before_ms'],
  rotations: ['began_at_ms', 'ended_at_ms'],
  changes: ['observed_after_ms', 'observed_before_ms'],
};

/** Makes all that an app, which must not run, has seen so far look as if it had seen it earlier. */
export function ageHistory(profile: string, byMs: number): void {
  const database = new DatabaseSync(join(profile, 'library.sqlite'));
  try {
    for (const [table, columns] of Object.entries(TIMES)) {
      const earlier = columns.map((column) => `${column} = ${column} - ${byMs}`).join(', ');
      database.exec(`UPDATE ${table} SET ${earlier}`);
    }
  } finally {
    database.close();
  }
}

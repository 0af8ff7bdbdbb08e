/**
 * Requests get a time that no wall clock moves (`spotify/counted-time.ts`), which begins as the wall
 * clock's, and cool-downs the client id that they hold for. One that was stored without is kept
 * under an empty one: whoever is signed in was told to wait.
 */
export const LEDGER_THAT_NO_CLOCK_EMPTIES = `
ALTER TABLE requests ADD COLUMN counted_ms INTEGER NOT NULL DEFAULT 0;
UPDATE requests SET counted_ms = at_ms;
DROP INDEX requests_by_time;
CREATE INDEX requests_by_counted_time ON requests (counted_ms);

CREATE TABLE counted_clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  counted_ms INTEGER NOT NULL,
  wall_ms INTEGER NOT NULL,
  uptime_ms INTEGER,
  debt_ms INTEGER NOT NULL
) STRICT;
INSERT INTO counted_clock (id, counted_ms, wall_ms, uptime_ms, debt_ms)
  SELECT 1, max(at_ms), max(at_ms), NULL, 0 FROM requests HAVING count(*) > 0;

CREATE TABLE cool_downs (
  client TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  until_ms INTEGER NOT NULL,
  until_counted_ms INTEGER
) STRICT;
INSERT INTO cool_downs (client, reason, until_ms, until_counted_ms)
  SELECT '', reason, until_ms, until_ms FROM cool_down;
DROP TABLE cool_down;
`;

/**
 * Room for every collection, for a rotation that looks at all of them bit by bit instead of reading
 * everything at once, and for a pause that the user wants.
 */
export const ALL_COLLECTIONS = `
-- A pause that the user asked for: until a time, or with null until it is ended.
ALTER TABLE accounts ADD COLUMN is_paused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN paused_until_ms INTEGER;
-- Up to when the rotation has looked at as much as it owes.
ALTER TABLE accounts ADD COLUMN rotation_paid_until_ms INTEGER;
ALTER TABLE accounts DROP COLUMN last_full_pass_at_ms;
UPDATE passes SET kind = 'light-check' WHERE kind = 'full-pass';
UPDATE passes SET stage = 'collections' WHERE stage = 'saved-tracks';

-- How many rows stand in the revision that counts.
ALTER TABLE lists ADD COLUMN row_count INTEGER NOT NULL DEFAULT 0;
UPDATE lists SET row_count = (
  SELECT count(*) FROM entries
  WHERE list_id = lists.id AND from_revision <= lists.revision_id
    AND (to_revision IS NULL OR to_revision > lists.revision_id)
);
-- Reading it came to nothing; by itself it is not tried again before this time.
ALTER TABLE lists ADD COLUMN retry_at_ms INTEGER;
-- What is known of a playlist's picture; null while that is nothing.
ALTER TABLE lists ADD COLUMN cover TEXT;

-- Where to go on in a list that is read by cursor, and when its oldest staged page was asked for.
ALTER TABLE readings ADD COLUMN next_cursor TEXT;
ALTER TABLE readings ADD COLUMN first_asked_at_ms INTEGER;

-- How far the rotation has come in each list, and when it last came round.
CREATE TABLE rotations (
  list_id INTEGER PRIMARY KEY REFERENCES lists(id) ON DELETE CASCADE,
  next_offset INTEGER NOT NULL DEFAULT 0,
  -- Order key of the last row that was looked at.
  last_key TEXT,
  began_at_ms INTEGER,
  ended_at_ms INTEGER
) STRICT;
`;

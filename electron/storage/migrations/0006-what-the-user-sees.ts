/**
 * What the pages of the window need: since when a playlist has its picture, the feed of changes by
 * day and list without a look at any row, and what the user has already been told of.
 */
export const WHAT_THE_USER_SEES = `
-- Null: since before this was written down.
ALTER TABLE lists ADD COLUMN cover_since_ms INTEGER;

-- All that the groups of the feed are counted from, so that no row of changes is looked at.
CREATE INDEX changes_by_group
  ON changes (account_id, observed_before_ms, list_id, kind, unread, observed_after_ms);
DROP INDEX changes_by_time;

-- What stood under "Needs attention" and was seen; gone as soon as its cause has ended.
CREATE TABLE attention_seen (
  account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  point TEXT NOT NULL,
  PRIMARY KEY (account_id, point)
) STRICT, WITHOUT ROWID;
`;

/**
 * What reading and shortening the history needs: every availability an item ever had, indexes that
 * lead straight to a state, a difference or a substitute, how far back each account's history goes,
 * and accounts whose deletion is under way.
 */
export const READABLE_HISTORY = `
-- What an item's availability had been; the present one stands in items.
CREATE TABLE past_availabilities (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items(id) ON DELETE CASCADE,
  availability TEXT NOT NULL,
  since_ms INTEGER NOT NULL,
  -- It ended between the last look that still showed it and this one.
  ended_after_ms INTEGER NOT NULL,
  ended_before_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX past_availabilities_by_item ON past_availabilities (item_id, ended_before_ms);

-- How many rows stood there at each revision.
ALTER TABLE revisions ADD COLUMN row_count INTEGER NOT NULL DEFAULT 0;
UPDATE revisions SET row_count = (
  SELECT count(*) FROM entries WHERE entries.list_id = revisions.list_id
    AND from_revision <= revisions.id AND (to_revision IS NULL OR to_revision > revisions.id)
);

-- All that says whether a row stood there at some revision, in the list's order.
CREATE INDEX entries_by_order ON entries (list_id, order_key, from_revision, to_revision);
CREATE INDEX entries_by_start ON entries (list_id, from_revision, order_key);
CREATE INDEX revisions_in_order ON revisions (list_id, id);
CREATE INDEX items_by_isrc ON items (account_id, upper(replace(isrc, '-', '')))
  WHERE isrc IS NOT NULL;

-- Nothing that ended before this time is kept; null: nothing was deleted yet.
ALTER TABLE accounts ADD COLUMN history_from_ms INTEGER;
-- When the file was last written anew; null: never.
ALTER TABLE file_state ADD COLUMN rebuilt_at_ms INTEGER;
-- True from when the account is to be deleted until the last row of it is gone.
ALTER TABLE accounts ADD COLUMN is_leaving INTEGER NOT NULL DEFAULT 0;
`;

/**
 * What searching and windows of rows need: which items the index of words knows (it is made at run
 * time, piece by piece, where SQLite has the module for it), and counters that tell when rows that
 * somebody holds are out of date.
 */
export const SEARCH = `
-- Items whose words changed, or that are gone, since the index took them in.
CREATE TABLE search_queue (item_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- The index knows every item up to this one, but for those in the queue.
  through_id INTEGER NOT NULL,
  -- True while words that were taken out may still stand in the file.
  has_leftovers INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (id, through_id, has_leftovers) VALUES (1, 0, 0);

-- What the orders of rows are made of: of items, and of lists.
ALTER TABLE accounts ADD COLUMN items_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN lists_version INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER items_reworded AFTER UPDATE OF name, artists, album ON items
WHEN OLD.name <> NEW.name OR OLD.artists <> NEW.artists OR OLD.album IS NOT NEW.album
BEGIN
  INSERT INTO search_queue (item_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
END;

-- An id that is free again at the end may come back as another item: it is taken in anew then.
CREATE TRIGGER items_deleted AFTER DELETE ON items
BEGIN
  INSERT INTO search_queue (item_id) VALUES (OLD.id) ON CONFLICT DO NOTHING;
  UPDATE search_state
    SET through_id = min(through_id, coalesce((SELECT max(id) FROM items), 0));
  UPDATE accounts SET items_version = items_version + 1 WHERE id = OLD.account_id;
END;

CREATE TRIGGER items_seen_differently
AFTER UPDATE OF kind, name, artists, album, duration_ms, availability ON items
WHEN OLD.kind <> NEW.kind OR OLD.name <> NEW.name OR OLD.artists <> NEW.artists
  OR OLD.album IS NOT NEW.album OR OLD.duration_ms IS NOT NEW.duration_ms
  OR OLD.availability <> NEW.availability
BEGIN
  UPDATE accounts SET items_version = items_version + 1 WHERE id = NEW.account_id;
END;

CREATE TRIGGER lists_added AFTER INSERT ON lists
BEGIN
  UPDATE accounts SET lists_version = lists_version + 1 WHERE id = NEW.account_id;
END;

CREATE TRIGGER lists_deleted AFTER DELETE ON lists
BEGIN
  UPDATE accounts SET lists_version = lists_version + 1 WHERE id = OLD.account_id;
END;

CREATE TRIGGER lists_seen_differently
AFTER UPDATE OF name, description, owner_id, owner_name, is_public, is_collaborative, image_url,
  contents, revision_id, gone_since_ms ON lists
WHEN OLD.name <> NEW.name OR OLD.description <> NEW.description
  OR OLD.owner_id IS NOT NEW.owner_id OR OLD.owner_name IS NOT NEW.owner_name
  OR OLD.is_public IS NOT NEW.is_public OR OLD.is_collaborative <> NEW.is_collaborative
  OR OLD.image_url IS NOT NEW.image_url OR OLD.contents <> NEW.contents
  OR OLD.revision_id IS NOT NEW.revision_id OR OLD.gone_since_ms IS NOT NEW.gone_since_ms
BEGIN
  UPDATE accounts SET lists_version = lists_version + 1 WHERE id = NEW.account_id;
END;
`;

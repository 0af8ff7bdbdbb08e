/**
 * How history is kept: a row of `entries` holds from one revision of its list to another. A revision
 * is written only when a list was read whole and differs from before, so the file grows with
 * changes, not with checks. `lists.revision_id` names the revision that counts: rows of a higher one
 * are still being written and are thrown away at the next start.
 */
export const FIRST_SCHEMA = `
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  -- The id that stands as owner and added_by; null until the profile was read.
  user_id TEXT,
  country TEXT,
  baseline_at_ms INTEGER,
  last_check_at_ms INTEGER,
  last_full_pass_at_ms INTEGER,
  -- Changes with a higher id are still being written.
  last_change_id INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE lists (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- Spotify's id of a playlist; empty for the lists that an account has once.
  external_id TEXT NOT NULL,
  uri TEXT,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  owner_id TEXT,
  owner_name TEXT,
  is_public INTEGER,
  is_collaborative INTEGER NOT NULL,
  image_url TEXT,
  -- Whether Spotify lets us read the contents: 'readable', 'refused', 'not-ours'.
  contents TEXT NOT NULL,
  -- The snapshot that the contents carried when they were last read whole, and the one that the
  -- playlists list showed just before. Either in the playlists list means: nothing moved.
  contents_snapshot_id TEXT,
  listed_snapshot_id TEXT,
  revision_id INTEGER,
  -- When the last whole check of this list asked its last question.
  observed_at_ms INTEGER,
  -- When the contents were last read from end to end: only then is availability looked at.
  read_at_ms INTEGER,
  gone_since_ms INTEGER,
  UNIQUE (account_id, kind, external_id)
) STRICT;

-- What a list was called and how it was described, whenever that changed.
CREATE TABLE list_versions (
  id INTEGER PRIMARY KEY,
  list_id INTEGER NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  observed_at_ms INTEGER NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  owner_id TEXT,
  is_public INTEGER,
  is_collaborative INTEGER NOT NULL
) STRICT;
CREATE INDEX list_versions_by_list ON list_versions (list_id, observed_at_ms);

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  list_id INTEGER NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  -- Null for the first: nothing was known before.
  observed_after_ms INTEGER,
  observed_before_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX revisions_by_list ON revisions (list_id, observed_before_ms);

CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  uri TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  artists TEXT NOT NULL,
  album TEXT,
  duration_ms INTEGER,
  isrc TEXT,
  image_url TEXT,
  availability TEXT NOT NULL DEFAULT 'unknown',
  availability_since_ms INTEGER,
  UNIQUE (account_id, uri)
) STRICT;
CREATE INDEX items_unavailable ON items (account_id)
  WHERE availability IN ('unavailable', 'missing');

CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  list_id INTEGER NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  -- Null where Spotify showed a gap and nobody knows what had been there.
  item_id INTEGER REFERENCES items(id) ON DELETE CASCADE,
  order_key TEXT NOT NULL,
  added_at_ms INTEGER,
  added_by TEXT,
  from_revision INTEGER NOT NULL,
  -- The first revision without this row; null while it stands.
  to_revision INTEGER
) STRICT;
CREATE INDEX entries_by_list ON entries (list_id, to_revision, order_key);
CREATE INDEX entries_by_item ON entries (item_id);

CREATE TABLE passes (
  account_id INTEGER PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  stage TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  requests INTEGER NOT NULL DEFAULT 0,
  items_done INTEGER NOT NULL DEFAULT 0,
  items_total INTEGER,
  changes INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Lists that the running pass has still to read, and how far it has come with each.
CREATE TABLE readings (
  list_id INTEGER PRIMARY KEY REFERENCES lists(id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  total INTEGER,
  next_offset INTEGER NOT NULL DEFAULT 0,
  snapshot_id TEXT,
  listed_snapshot_id TEXT,
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX readings_by_account ON readings (account_id);

CREATE TABLE staged_entries (
  list_id INTEGER NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  item_id INTEGER,
  availability TEXT NOT NULL,
  added_at_ms INTEGER,
  added_by TEXT,
  PRIMARY KEY (list_id, position)
) STRICT, WITHOUT ROWID;

-- Rows of the playlists list as Spotify told them, until that list is known whole.
CREATE TABLE staged_playlists (
  account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  external_id TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY (account_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  list_id INTEGER NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  list_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  observed_after_ms INTEGER NOT NULL,
  observed_before_ms INTEGER NOT NULL,
  unread INTEGER NOT NULL DEFAULT 1,
  item_id INTEGER REFERENCES items(id) ON DELETE CASCADE,
  added_by TEXT,
  added_at_ms INTEGER,
  item_count INTEGER,
  text_before TEXT,
  text_after TEXT
) STRICT;
CREATE INDEX changes_by_kind ON changes (account_id, kind, id);
CREATE INDEX changes_by_time ON changes (account_id, observed_before_ms);
CREATE INDEX changes_unread ON changes (account_id, id) WHERE unread = 1;
CREATE INDEX changes_by_list ON changes (list_id);
CREATE INDEX changes_by_item ON changes (item_id);

CREATE TABLE requests (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  family TEXT NOT NULL
) STRICT;
CREATE INDEX requests_by_time ON requests (at_ms);

CREATE TABLE cool_down (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  reason TEXT NOT NULL,
  until_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE file_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- 0 from the first write after a start until the file was closed in good order.
  closed_cleanly INTEGER NOT NULL,
  checked_at_ms INTEGER NOT NULL
) STRICT;
`;

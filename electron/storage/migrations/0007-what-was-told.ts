/**
 * Up to which change the user was told by a notification, or was not to be. What came before this
 * was written down is no news any more.
 */
export const WHAT_WAS_TOLD = `
ALTER TABLE accounts ADD COLUMN told_through_id INTEGER NOT NULL DEFAULT 0;
UPDATE accounts SET told_through_id = last_change_id;
`;

/** The most that the lists below `/me` and `/playlists/{id}/items` give at once (facts §2). */
export const PAGE_LIMIT = 50;

/** The most that `/artists/{id}/albums` gives at once (facts §2). */
export const RELEASES_LIMIT = 10;

/** The most that `/me/tracks`, `/me/playlists` and `/playlists/{id}/items` give (facts §2). */
export const PAGE_LIMIT = 50;

const MINUTES_A_DAY = 24 * 60;
const PLAYLISTS_A_PAGE = 50;
/** The heads of the saved lists, and what turns out to have changed. */
const BESIDE_PLAYLISTS = 2;
/** As of a library of 300 playlists, where nothing is known (facts §3). */
const WITHOUT_KNOWLEDGE = 8;

/**
 * About how many requests checks cost in a day when little changes.
 *
 * @param playlists in the library; null where that is not known yet
 */
export function requestsADay(intervalMinutes: number, playlists: number | null): number {
  const perCheck =
    playlists === null
      ? WITHOUT_KNOWLEDGE
      : BESIDE_PLAYLISTS + Math.max(1, Math.ceil(playlists / PLAYLISTS_A_PAGE));
  return (perCheck * MINUTES_A_DAY) / intervalMinutes;
}

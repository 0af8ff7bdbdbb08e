/** Why our client takes longer where answers come at once. */
export const SPACING_REASON =
  'Our client leaves 100 ms between two requests on purpose, so as not to run into the rate limit; ' +
  'the SDK leaves nothing. Over a network, where an answer takes that long anyway, it costs ' +
  'nothing: see side-by-side-seconds-far. What is left without it: side-by-side-seconds-unspaced.';

/** Why it takes more time than handing over what came. */
export const CHECKING_REASON =
  'The SDK hands over the JSON as it came. Our client checks every row and reduces it to what is ' +
  'kept, so that a field that is missing, null or of another type does no harm later, and brings ' +
  'its session, gate and ledger along.';

/** Why it takes more memory. @param moreMib what our process holds more before its first request */
export function memoryReason(moreMib: number): string {
  return (
    'Our client is more code: a session, a gate, a ledger, a schema for every row, loaded here from ' +
    `their sources. Before the first request this already makes ${Math.round(moreMib)} MiB more.`
  );
}

/** What the other rows do in the SDK's favour. */
export const DOCUMENTED_NOTE =
  'Used as documented, the SDK asks for /playlists/{id}/tracks, which is refused today. In all ' +
  'other rows it is led to /items, and its rows are read leniently, as by somebody who knows.';

/** What a user of the SDK could do about each, so that nobody thinks it impossible. */
export const REQUESTS_NOTE =
  'getPlaylist of the SDK brings up to 100 items in one request too, for those who know; here it ' +
  'loops over the pages of getPlaylistItems.';
export const RATE_LIMIT_NOTE =
  "The SDK's error names neither the status nor Retry-After; only a hook (afterRequest, " +
  'responseValidator) sees them. Our client refuses until a named time, and the download goes on.';
export const EXPIRED_TOKEN_NOTE =
  'The SDK refreshes a token when its own clock says so, not when the service refuses it.';

/** Gone for clients of Development Mode (facts §2). */
const GONE = [
  /^\/playlists\/[^/]+\/tracks$/,
  /^\/playlists\/[^/]+\/followers(\/contains)?$/,
  /^\/users\//,
  /^\/browse\//,
  /^\/markets$/,
  /^\/artists\/[^/]+\/(top-tracks|related-artists)$/,
  /^\/audio-(features|analysis)/,
  /^\/recommendations/,
  // All reads by `?ids=`: several objects at once.
  /^\/(tracks|albums|artists|shows|episodes|audiobooks|chapters)$/,
  // `/me/library/contains` took the place of the typed ones.
  /^\/me\/(tracks|albums|shows|episodes|audiobooks|following)\/contains$/,
];

/** Whether a path below `/v1` is one that is answered with 403 whatever is asked. */
export function isGone(path: string): boolean {
  return GONE.some((gone) => gone.test(path));
}

/**
 * How often a list is read in one pass before it is left for the next one: a list that keeps
 * changing, or a total that lies, must not eat the day's requests.
 */
export const TRIES = 3;

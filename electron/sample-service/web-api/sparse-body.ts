import type { Random } from '../catalogue/seeded-random.ts';
import type { Answer } from '../http/answer.ts';

/** What a list is made of, and what an object is known by (facts §2); all else is optional. */
const KEPT: ReadonlySet<string> = new Set([
  ...['id', 'uri', 'name', 'type', 'account_id'],
  ...['items', 'tracks', 'total', 'limit', 'offset', 'next', 'cursors', 'after'],
  ...['item', 'track', 'album', 'show', 'episode', 'artists', 'authors'],
  ...['added_at', 'added_by', 'is_local', 'owner', 'collaborative', 'snapshot_id'],
]);

/** Leaves out about `share` (0 … 1) of the optional fields, at any depth. */
export function thinOut(answer: Answer, share: number, random: Random): Answer {
  if (share <= 0 || answer.status !== 200) {
    return answer;
  }
  const body: unknown = JSON.parse(answer.body.toString());
  return { ...answer, body: JSON.stringify(thinned(body, share, random)) };
}

function thinned(value: unknown, share: number, random: Random): unknown {
  if (Array.isArray(value)) {
    return value.map((part) => thinned(part, share, random));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => KEPT.has(name) || random() >= share)
      .map(([name, part]) => [name, thinned(part, share, random)]),
  );
}

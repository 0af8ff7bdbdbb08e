import { createHash } from 'node:crypto';
import type { Answer, Incoming } from '../http/answer.ts';
import type { SampleBehaviour } from '../sample-service.ts';

/** RFC 9110 §13.1.2: nothing is sent again to someone who has it already. */
export function withEtag(
  answer: Answer,
  incoming: Incoming,
  kind: SampleBehaviour['etags'],
): Answer {
  if (answer.status !== 200 || kind === 'off') {
    return answer;
  }
  const opaque = `"${createHash('sha1').update(answer.body).digest('base64url')}"`;
  const etag = kind === 'weak' ? `W/${opaque}` : opaque;
  const headers = { etag, 'cache-control': 'private, max-age=0' };
  // Weak and strong ones are the same here: RFC 9110 §8.8.3.2, weak comparison.
  const known = (incoming.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(opaque)
    ? { status: 304, headers, body: '' }
    : { ...answer, headers: { ...answer.headers, ...headers } };
}

import type { AccountsService, RawAnswer } from './accounts-service.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What the token endpoint, or what stands before it, does instead of answering as it should. */
export type EndpointFault =
  /** The service did nothing. */
  | { readonly kind: 'answer'; readonly name: string; readonly make: MakeAnswer }
  /** The service granted, and the answer is odd. */
  | { readonly kind: 'odd-grant'; readonly name: string; readonly change: Changes }
  | { readonly kind: 'cut-body'; readonly name: string }
  | { readonly kind: 'wrong-date'; readonly name: string; readonly byMs: number }
  | { readonly kind: 'reset'; readonly name: string; readonly code: string }
  | { readonly kind: 'hang'; readonly name: string };

type MakeAnswer = (service: AccountsService) => RawAnswer;
type Changes = Readonly<Record<string, unknown>>;

const LOGIN_PAGE = '<!DOCTYPE html><html><body>Please agree to our terms.</body></html>';
const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head></html>';
const SILLY_WAITS = ['soon', '-5', '', '99999999', '1e9', 'Thu, 01 Jan 2099 00:00:00 GMT'] as const;

const answer = (name: string, make: MakeAnswer): EndpointFault => ({ kind: 'answer', name, make });
const oddLife = (name: string, expires_in: unknown): EndpointFault => ({
  kind: 'odd-grant',
  name,
  change: { expires_in },
});

/** One of everything that can be wrong with a token request, the network's end left aside. */
export function drawEndpointFault(random: SeededRandom): EndpointFault {
  const seconds = String(random.whole(1, 900));
  const silly = random.pick(SILLY_WAITS);
  return random.pick<EndpointFault>([
    answer('429', (service) => service.answer(429, { error: 'rate_limited' })),
    answer('429 with Retry-After', (service) => service.answer(429, 'Too many', seconds)),
    answer('429 with a silly Retry-After', (service) => service.answer(429, '', silly)),
    answer('500', (service) => service.answer(500, { error: 'server_error' })),
    answer('502 as HTML', (service) => service.answer(502, BAD_GATEWAY)),
    answer('503 that speaks of a grant', (service) =>
      service.answer(503, { error: 'invalid_grant' }),
    ),
    answer('an empty body', (service) => service.answer(200, '')),
    answer('JSON without fields', (service) => service.answer(200, {})),
    answer('400 without a reason', (service) => service.answer(400, {})),
    answer('a captive portal', (service) => service.answer(200, LOGIN_PAGE)),
    answer('a redirect to a login page', (service) => service.answer(302, '')),
    oddLife('expires_in 0', 0),
    oddLife('a negative expires_in', -3_600),
    oddLife('expires_in as a string', '3600'),
    oddLife('expires_in as a word', 'an hour'),
    oddLife('no expires_in', undefined),
    { kind: 'cut-body', name: 'a cut body' },
    { kind: 'wrong-date', name: 'a wrong Date', byMs: random.between(-4e10, 4e10) },
    {
      kind: 'reset',
      name: 'a reset',
      code: random.pick(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']),
    },
    { kind: 'hang', name: 'a hang' },
  ]);
}

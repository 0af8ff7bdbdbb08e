import { SAMPLE_USER } from '../collection/sample-user.ts';
import { type Answer, jsonAnswer } from '../http/answer.ts';
import type { ApiContext, Caller } from './api-context.ts';
import { renderIdentity, renderImages } from './render-identity.ts';

/** `GET /me`. `country` and `product` are for those who may see them (facts §2). */
export function getProfile(caller: Caller, context: ApiContext): Answer {
  return jsonAnswer(200, {
    ...renderIdentity('user', SAMPLE_USER.id, context),
    account_id: SAMPLE_USER.accountId,
    display_name: SAMPLE_USER.displayName,
    images: renderImages(SAMPLE_USER.id, context).slice(1),
    ...(caller.scopes.has('user-read-private')
      ? { country: SAMPLE_USER.country, product: 'premium' }
      : {}),
  });
}

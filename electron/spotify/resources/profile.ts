import type { Secret } from '../../session/secret.ts';
import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { Profile } from '../catalogue.ts';
import { parseProfile } from '../schemas/profile.ts';
import type { RequestOptions } from '../spotify-api.ts';

/** `GET /me`, with the session's token or with the one that is given. */
export function readProfile(
  client: ApiClient,
  options: RequestOptions & { readonly token?: Secret },
): Promise<ApiResult<Profile>> {
  return client.get({ ...options, path: '/me', query: {} }, parseProfile);
}

import type { ApiClient } from '../api-client.ts';
import type { ApiResult } from '../api-failure.ts';
import type { Profile } from '../catalogue.ts';
import { parseProfile } from '../schemas/profile.ts';
import type { RequestOptions } from '../spotify-api.ts';

/** `GET /me` */
export function readProfile(
  client: ApiClient,
  options: RequestOptions,
): Promise<ApiResult<Profile>> {
  return client.get({ ...options, path: '/me', query: {} }, parseProfile);
}

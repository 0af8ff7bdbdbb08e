import { describe, expect, it } from 'vitest';
import { checkRequest, hasOpenApiSchemas, templateOf } from '../../harness/request-checker.ts';

const get = (pathAndQuery: string) => {
  const [path = '', query = ''] = pathAndQuery.split('?');
  return checkRequest({ method: 'GET', path, query });
};

describe.skipIf(!hasOpenApiSchemas)("by Spotify's schema, in both its forms,", () => {
  it.each([
    '/me',
    '/me/playlists?limit=50&offset=100000',
    '/me/tracks?limit=50&offset=0&market=NL',
    '/me/following?type=artist&limit=50&after=x',
    '/playlists/abc/items?limit=50&offset=50&additional_types=track%2Cepisode',
    '/artists/abc/albums?limit=10',
  ])('%s is right', (request) => {
    expect(get(request)).toEqual([]);
  });

  it.each([
    ['/me/nothing', 'no such path'],
    ['/playlists/a/b/items', 'no such path'],
    ['/playlists//items', 'no such path'],
    ['/me/tracks?limit=51', '"limit" is 51'],
    ['/me/tracks?limit=0', '"limit" is 0'],
    ['/me/tracks?limit=ten', '"limit" is ten'],
    ['/me/tracks?limit=50&limit=50', '"limit" is there 2 times'],
    ['/me/tracks?market=', '"market" is empty'],
    ['/me/tracks?foo=1', '"foo" is not in the schema'],
    ['/me/shows?market=NL', '"market" is not in the schema'],
    ['/me/playlists?offset=100001', '"offset" is 100001'],
    ['/me/following', '"type" is missing'],
    ['/me/following?type=user', '"type" is user'],
    ['/artists/abc/albums?limit=11', '"limit" is 11'],
    [`/me/library/contains?uris=${Array(41).fill('a').join(',')}`, '"uris" is 41'],
    ['/playlists/abc/tracks', 'deprecated'],
    ['/me/tracks/contains?ids=a', 'deprecated'],
  ])('%s is not', (request, problem) => {
    for (const form of ['official', 'fixed']) {
      const problems = get(request).filter((found) => found.startsWith(form));
      expect(problems).not.toEqual([]);
      expect(problems.filter((found) => !found.includes(problem))).toEqual([]);
    }
  });

  it('a method that there is not is noticed, and one that there is', () => {
    expect(checkRequest({ method: 'POST', path: '/me/tracks', query: '' })).toHaveLength(2);
    expect(checkRequest({ method: 'POST', path: '/playlists/a/items', query: '' })).toEqual([]);
    const put = { method: 'PUT', path: '/me/library', query: 'uris=spotify%3Atrack%3Aa' };
    expect(checkRequest(put)).toEqual([]);
  });

  it('the template of a path is told', () => {
    const template = (path: string) => templateOf({ method: 'GET', path, query: '' });
    expect(template('/me/library/contains')).toBe('/me/library/contains');
    expect(template('/playlists/abc')).toBe('/playlists/{playlist_id}');
    expect(template('/nowhere')).toBeNull();
  });
});

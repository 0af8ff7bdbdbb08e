import { describe, expect, it } from 'vitest';
import {
  changePage,
  totalOffBy,
  withoutMembers,
} from '../../../../../electron/sample-service/faults/change-page.ts';
import { type Answer, jsonAnswer } from '../../../../../electron/sample-service/http/answer.ts';

const CHANGES = [withoutMembers(2), totalOffBy(-3)];
const page = { items: ['a', 'b', 'c', 'd', 'e'], total: 40, next: 'there' };
const changedPage = { items: ['a', 'd', 'e'], total: 37, next: 'there' };

function bodyOf(answer: Answer): unknown {
  return JSON.parse(answer.body.toString());
}

describe('a changed page', () => {
  it.each([
    ['the body itself', page, changedPage],
    ['below artists', { artists: page }, { artists: changedPage }],
    ['in a playlist', { id: 'x', items: page }, { id: 'x', items: changedPage }],
    [
      'under both names',
      { items: page, tracks: page },
      { items: changedPage, tracks: changedPage },
    ],
  ])('lacks members and counts wrongly where it is %s', (_, before, after) => {
    expect(bodyOf(changePage(jsonAnswer(200, before), CHANGES))).toEqual(after);
  });

  it('can lack all of them and no more', () => {
    const { items } = page;
    expect(bodyOf(changePage(jsonAnswer(200, { items }), [withoutMembers(9)]))).toEqual({
      items: [],
    });
  });

  it('loses the ETag of the true one', () => {
    const answer = jsonAnswer(200, page, { etag: '"true"', 'cache-control': 'private' });
    const { headers } = changePage(answer, CHANGES);
    expect(headers).not.toHaveProperty('etag');
    expect(headers).toHaveProperty('cache-control');
  });

  it.each<[string, Answer]>([
    ['a body without a page', jsonAnswer(200, { id: 'x', artists: [{ items: 1 }] })],
    ['a list', jsonAnswer(200, [true, false])],
    ['an error', jsonAnswer(404, page)],
    ['what is no JSON', { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' }],
  ])('is left alone where it is %s', (_, answer) => {
    expect(changePage(answer, CHANGES)).toBe(answer);
  });
});

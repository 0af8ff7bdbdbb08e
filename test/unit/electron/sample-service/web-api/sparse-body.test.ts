import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../../electron/sample-service/catalogue/seeded-random.ts';
import { jsonAnswer } from '../../../../../electron/sample-service/http/answer.ts';
import { thinOut } from '../../../../../electron/sample-service/web-api/sparse-body.ts';

const BODY = {
  href: 'here',
  items: [
    null,
    {
      added_at: '2026-01-01T00:00:00Z',
      track: {
        id: 'a',
        uri: 'b',
        name: 'c',
        type: 'track',
        images: [{ url: 'd' }],
        explicit: false,
      },
    },
  ],
  next: null,
  total: 2,
};

function thinned(share: number, seed: number): unknown {
  const answer = thinOut(jsonAnswer(200, BODY), share, seededRandom(seed));
  return JSON.parse(answer.body.toString());
}

describe('a sparse body', () => {
  it('keeps what a list is made of, whatever the share', () => {
    expect(thinned(1, 1)).toEqual({
      items: [
        null,
        {
          added_at: BODY.items[1]?.added_at,
          track: { id: 'a', uri: 'b', name: 'c', type: 'track' },
        },
      ],
      next: null,
      total: 2,
    });
  });

  it('is whole at a share of 0, and only ever loses fields', () => {
    expect(thinned(0, 1)).toEqual(BODY);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (share, seed) => {
        expect(BODY).toMatchObject(thinned(share, seed) as object);
      }),
    );
  });

  it('loses other fields at each request, the same for the same seed', () => {
    const many = Array.from({ length: 20 }, (_, seed) => JSON.stringify(thinned(0.5, seed)));
    expect(new Set(many).size).toBeGreaterThan(3);
    expect(thinned(0.5, 4)).toEqual(thinned(0.5, 4));
  });

  it('leaves an error as it is', () => {
    const answer = jsonAnswer(404, { error: { status: 404, message: 'Resource not found' } });
    expect(thinOut(answer, 1, seededRandom(1))).toBe(answer);
  });
});

import { describe, expect, it } from 'vitest';
import { tokenCacheKindSchema } from '../../../../shared/session-settings.ts';
import {
  describeMove,
  describeUpdateProblem,
} from '../../../../shared/texts/settings-answer-texts.ts';
import { complaintsAboutSentences } from './plain-words.ts';

const KINDS = tokenCacheKindSchema.options;
const BROKEN = { ok: false, error: { kind: 'internal', id: 'c4f19b02' } } as const;

describe('what came of saving a setting', () => {
  it('is silent where it was saved', () => {
    expect(describeUpdateProblem({ ok: true, value: { kind: 'done' } })).toBeNull();
  });

  it.each<Parameters<typeof describeUpdateProblem>[0]>([
    { ok: true, value: { kind: 'invalid', names: ['skewSeconds'] } },
    { ok: true, value: { kind: 'not-written' } },
    BROKEN,
  ])('is a plain sentence for %o', (answer) => {
    expect(complaintsAboutSentences(describeUpdateProblem(answer) ?? '')).toEqual([]);
  });
});

describe('what came of moving the sign-in', () => {
  const moves = KINDS.flatMap((from) =>
    KINDS.filter((to) => to !== from).map((to) => [from, to] as const),
  );

  it.each(moves)('from %s to %s: says where it is now', (from, to) => {
    const told = (kind: 'done' | 'not-taken' | 'left-behind' | 'busy') =>
      describeMove({ ok: true, value: { kind } }, from, to);
    expect(told('done').tone).toBe('good');
    expect(told('not-taken').tone).toBe('attention');
    expect(told('not-taken').text).toMatch(/stays in/);
    expect(told('left-behind').text).toMatch(/could not be deleted\. \w+/);
    expect(told('busy').tone).toBe('waiting');
    for (const kind of ['done', 'not-taken', 'left-behind', 'busy'] as const) {
      expect.soft(complaintsAboutSentences(told(kind).text), told(kind).text).toEqual([]);
    }
  });

  it('names the entry in the log where something unexpected went wrong', () => {
    expect(describeMove(BROKEN, 'keychain', 'file').text).toContain('c4f19b02');
  });
});

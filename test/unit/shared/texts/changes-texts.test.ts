import { describe, expect, it } from 'vitest';
import { changeFilterSchema } from '../../../../shared/change.ts';
import { arrivedPhrase, emptyFeedText } from '../../../../shared/texts/changes-texts.ts';
import { FORMAT } from './every-state.ts';
import { complaintsAboutHeadline, complaintsAboutSentences } from './plain-words.ts';

describe('a feed without rows', () => {
  it.each(changeFilterSchema.options)(
    'says in plain words what the filter “%s” shows',
    (filter) => {
      const { title, body } = emptyFeedText(filter, true);
      expect(complaintsAboutHeadline(title)).toEqual([]);
      expect(complaintsAboutSentences(body)).toEqual([]);
    },
  );

  it('says for each filter something of its own', () => {
    const titles = changeFilterSchema.options.map((filter) => emptyFeedText(filter, true).title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('never says that nothing was removed before there was anything to compare with', () => {
    for (const filter of changeFilterSchema.options) {
      expect(emptyFeedText(filter, false).title).toBe('The first look is still under way');
    }
  });
});

it('the button counts what arrived', () => {
  expect(arrivedPhrase(1, FORMAT)).toBe('1 new change');
  expect(arrivedPhrase(1_204, FORMAT)).toBe('1,204 new changes');
});

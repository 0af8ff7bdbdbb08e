import { describe, expect, it } from 'vitest';
import { type ChangeFilter, changeFilterSchema } from '../../../../shared/change.ts';
import { arrivedPhrase, emptyFeedText } from '../../../../shared/texts/changes-texts.ts';
import { FORMAT } from './every-state.ts';
import { complaintsAboutHeadline, complaintsAboutSentences } from './plain-words.ts';

const ofKind = (filter: ChangeFilter) => ({ filter, listId: null, unreadOnly: false });

describe('a feed without rows', () => {
  it.each(changeFilterSchema.options)(
    'says in plain words what the filter “%s” shows',
    (filter) => {
      const { title, body } = emptyFeedText(ofKind(filter), true);
      expect(complaintsAboutHeadline(title)).toEqual([]);
      expect(complaintsAboutSentences(body)).toEqual([]);
    },
  );

  it('says for each filter something of its own', () => {
    const titles = changeFilterSchema.options.map(
      (filter) => emptyFeedText(ofKind(filter), true).title,
    );
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('says where nothing is left to be seen', () => {
    for (const query of [
      { ...ofKind('all'), unreadOnly: true },
      { ...ofKind('removed'), listId: 3 },
    ]) {
      const { title, body } = emptyFeedText(query, true);
      expect(complaintsAboutHeadline(title)).toEqual([]);
      expect(complaintsAboutSentences(body)).toEqual([]);
    }
  });

  it('never says that nothing was removed before there was anything to compare with', () => {
    for (const filter of changeFilterSchema.options) {
      expect(emptyFeedText(ofKind(filter), false).title).toBe('The first look is still under way');
    }
  });
});

it('the button counts what arrived', () => {
  expect(arrivedPhrase(1, FORMAT)).toBe('1 new change');
  expect(arrivedPhrase(1_204, FORMAT)).toBe('1,204 new changes');
});

import { useMemo } from 'react';
import type { ItemEvent } from '../../../shared/history.ts';
import { shortened } from '../../../shared/texts/foreign-text.ts';
import { itemStoryTexts } from '../../../shared/texts/item-story-texts.ts';
import { historicListName } from '../../../shared/texts/list-texts.ts';
import { hashOfRoute } from '../../state/route.ts';
import { standingLists } from './story-order.ts';

const LONGEST_NAME = 120;

/** Where it stands now, with the way there. */
export function StoryPlaces({ events }: { readonly events: readonly ItemEvent[] }) {
  const lists = useMemo(() => standingLists(events), [events]);
  if (lists.length === 0) return <p className="story-nowhere">{itemStoryTexts.inNoList}</p>;
  return (
    <section className="story-part">
      <h3>{itemStoryTexts.inLists}</h3>
      <ul className="story-places">
        {lists.map((list) => (
          <li key={list.id}>
            <a
              className="story-place one-line"
              dir="auto"
              href={hashOfRoute({
                page: 'list',
                listId: list.id,
                view: 'state',
                at: null,
                item: null,
              })}
            >
              {shortened(historicListName(list), LONGEST_NAME)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

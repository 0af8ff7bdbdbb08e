import { type ReactNode, useMemo } from 'react';
import type { ItemEvent } from '../../../shared/history.ts';
import { describeItemEvent, itemStoryTexts } from '../../../shared/texts/item-story-texts.ts';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { Button } from '../button.tsx';
import { MinusIcon, PlusIcon, ReturnIcon, SlashedIcon } from '../icons.tsx';
import { latestFirst } from './story-order.ts';

interface StoryEventsProps {
  readonly events: readonly ItemEvent[];
  readonly isMore: boolean;
  readonly onMore: () => void;
}

/** What happened, down a line from now to the first look. */
export function StoryEvents({ events, isMore, onMore }: StoryEventsProps) {
  const { format } = useWindowState();
  const nowMs = useNow(60_000);
  const ordered = useMemo(() => latestFirst(events), [events]);
  if (ordered.length === 0) return <p className="story-nowhere">{itemStoryTexts.nothing}</p>;
  return (
    <section className="story-part">
      <h3>{itemStoryTexts.title}</h3>
      <ol className="story-events">
        {ordered.map((event, index) => {
          const { what, when } = describeItemEvent(event, nowMs, format);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the end of the story stays where it is
            <li key={ordered.length - index} className={`story-event story-event-${event.kind}`}>
              <span className="story-sign">{SIGNS[event.kind]}</span>
              <p className="story-what">{what}</p>
              <p className="story-when">{when}</p>
            </li>
          );
        })}
      </ol>
      {isMore && <Button onPress={onMore}>{itemStoryTexts.earlier}</Button>}
    </section>
  );
}

const SIGNS: Readonly<Record<ItemEvent['kind'], ReactNode>> = {
  came: <PlusIcon size={12} />,
  went: <MinusIcon size={12} />,
  'list-came': <ReturnIcon size={12} />,
  'list-went': <MinusIcon size={12} />,
  'greyed-out': <SlashedIcon size={12} />,
  'came-back': <ReturnIcon size={12} />,
};

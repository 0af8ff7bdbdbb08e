import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { FeedRow } from '../../../shared/change-feed.ts';
import type { ChangeFeed, FeedPlace } from '../../state/change-feed.ts';
import { holdScroll } from '../../state/kept-view/hold-scroll.ts';
import type { KeptView } from '../../state/kept-view/kept-view.ts';
import { useKeptView } from '../../state/kept-view/kept-view-context.tsx';
import { placedIndex } from './placed-index.ts';
import { rowKey } from './row-key.ts';

interface FeedPlaceOptions {
  /** Under which name the place is kept. */
  readonly placeKey: string;
  /** Where the feed stood when it was left; null for its top. */
  readonly place: FeedPlace | null;
  readonly feed: ChangeFeed;
  readonly total: number;
  readonly rowAt: (index: number) => FeedRow | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
}

/** Where a feed stood when it was left; null for its top. */
export function feedPlace(kept: KeptView, key: string): FeedPlace | null {
  const place = kept.placeOf(key);
  return place?.kind === 'feed' ? place : null;
}

/** Brings the feed to where it stood when it was left, and keeps where it stands from then on. */
export function useFeedPlace(options: FeedPlaceOptions): void {
  const kept = useKeptView();
  const { placeKey, feed, scroller, virtualizer } = options;
  const latest = useRef(options);
  latest.current = options;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const { place, rowAt, total } = latest.current;
    const index = place === null ? 0 : placedIndex(place, total, (at) => keyAt(rowAt, at));
    const note = (): void => {
      // While it is opened anew, what is still on screen is of no account.
      if (feed.current().kind === 'ready') kept.note(placeKey, placeOf(element, latest.current));
    };
    const wantedPx = (): number => {
      if (place === null) return 0;
      const [startPx] = virtualizer.getOffsetForIndex(index, 'start') ?? [0];
      return Math.min(startPx + place.offsetPx, element.scrollHeight - element.clientHeight);
    };
    const end = holdScroll(element, wantedPx, () => {
      element.addEventListener('scroll', note, { passive: true });
    });
    const stop = feed.subscribe(note);
    return () => {
      end();
      stop();
      element.removeEventListener('scroll', note);
    };
  }, [kept, placeKey, feed, scroller, virtualizer]);
}

/** Null for a feed at its top with every group closed: it is opened at its newest change. */
function placeOf(
  element: HTMLElement,
  { feed, virtualizer, rowAt }: FeedPlaceOptions,
): FeedPlace | null {
  const standing = feed.standing();
  const topPx = element.scrollTop;
  const first = virtualizer.getVirtualItemForOffset(topPx);
  if (topPx < 1 || first === undefined) {
    const isPlain = standing.open.length === 0;
    const { open } = standing;
    return isPlain
      ? null
      : { kind: 'feed', index: 0, offsetPx: 0, key: null, throughId: null, open };
  }
  const { index, start } = first;
  return {
    kind: 'feed',
    index,
    offsetPx: Math.max(0, topPx - start),
    key: keyAt(rowAt, index),
    ...standing,
  };
}

function keyAt(rowAt: FeedPlaceOptions['rowAt'], index: number): string | null {
  const row = rowAt(index);
  return row === null ? null : rowKey(row);
}

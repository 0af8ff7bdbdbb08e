import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { placeKey } from '../../../shared/kept-places.ts';
import type { Place } from '../../../shared/window-view.ts';
import { withoutItem } from '../routes/address.ts';
import { pageAddress } from './follow-window.ts';
import { holdScroll } from './hold-scroll.ts';
import { useKeptView } from './kept-view-context.tsx';

/** The page of the moment, to keep places under; draws again when the page is turned. */
export function usePageAddress(): string {
  return useSyncExternalStore(subscribe, pageAddress);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/**
 * Keeps where a page stands that scrolls as a whole: "back" and a window that is opened again come
 * to the same place, a link comes to the top.
 */
export function useKeptPlace(scroller: RefObject<HTMLElement | null>): void {
  useKeptScroll('', scroller, null);
}

/**
 * Keeps where a list stands whose rows all have one height. Where the address changes while the list
 * stays, as with another order, it goes to its top, or to where it stood under that address.
 *
 * @param name tells the lists of a page apart
 * @returns where the list begins, for the first drawing of a virtual one
 */
export function useKeptRows(
  name: string,
  rowPx: number,
  scroller: RefObject<HTMLElement | null>,
): number {
  return useKeptScroll(name, scroller, rowPx);
}

function useKeptScroll(
  name: string,
  scroller: RefObject<HTMLElement | null>,
  rowPx: number | null,
): number {
  const kept = useKeptView();
  const key = placeKey(withoutItem(usePageAddress()), name);
  const [firstPx] = useState(() => topOf(kept.placeOf(key), rowPx));
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const wantedPx = topOf(kept.placeOf(key), rowPx);
    const note = (): void => kept.note(key, placeAt(element.scrollTop, rowPx));
    const listen = (): void => element.addEventListener('scroll', note, { passive: true });
    const end = holdScroll(element, () => wantedPx, listen);
    return () => {
      end();
      element.removeEventListener('scroll', note);
    };
  }, [scroller, kept, key, rowPx]);
  return firstPx;
}

function topOf(place: Place | null, rowPx: number | null): number {
  if (place?.kind === 'page' && rowPx === null) return place.topPx;
  if (place?.kind === 'rows' && rowPx !== null) return place.index * rowPx + place.offsetPx;
  return 0;
}

/** Null for the top. Rows are counted, since another text size makes them higher. */
function placeAt(topPx: number, rowPx: number | null): Place | null {
  if (topPx < 1) return null;
  if (rowPx === null) return { kind: 'page', topPx };
  const index = Math.floor(topPx / rowPx);
  return { kind: 'rows', index, offsetPx: topPx - index * rowPx, key: null };
}

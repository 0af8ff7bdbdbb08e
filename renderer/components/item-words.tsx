import type { ItemSummary } from '../../shared/change.ts';
import { shortened } from '../../shared/texts/foreign-text.ts';
import { artistLine, itemName } from '../../shared/texts/item-name.ts';
import { SettledArtwork } from './settled-artwork.tsx';
import './item-words.css';

/** More of a name is never seen on one line, and would be laid out for nothing. */
const LONGEST_NAME = 200;

interface ItemWordsProps {
  readonly item: ItemSummary;
  /** Stands below the name; the artists where it is left out. */
  readonly byline?: string;
  /** What a press on the name does. */
  readonly onOpen?: () => void;
  /** Says what a press does, for the pointer. */
  readonly openHint?: string;
  /** Whether the Tab key reaches the name; in a table the row itself is opened by keys. */
  readonly isReachable?: boolean;
}

/** Artwork, the name, and below it who it is by, on one row of a list. */
export function ItemWords({ item, byline, onOpen, openHint, isReachable = false }: ItemWordsProps) {
  const name = shortened(itemName(item), LONGEST_NAME);
  const below = byline ?? artistLine(item);
  return (
    <span className="item">
      <SettledArtwork imageUrl={item.imageUrl} />
      <span className="item-words">
        {onOpen === undefined ? (
          <span className="item-name one-line" dir="auto">
            {name}
          </span>
        ) : (
          <button
            type="button"
            className="item-name item-open one-line"
            dir="auto"
            title={openHint}
            tabIndex={isReachable ? 0 : -1}
            onClick={onOpen}
          >
            {name}
          </button>
        )}
        {below !== '' && <span className="item-byline one-line">{below}</span>}
      </span>
    </span>
  );
}

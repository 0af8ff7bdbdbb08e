import type { Change } from '../../shared/change.ts';
import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import { changeByline, changeName } from '../../shared/texts/change-line-texts.ts';
import { CHANGE_LABELS, observedPhrase } from '../../shared/texts/change-sentence.ts';
import { changesTexts } from '../../shared/texts/changes-texts.ts';
import { shortened } from '../../shared/texts/foreign-text.ts';
import { isNamedAsLastSeen, isolated, listName } from '../../shared/texts/item-name.ts';
import { nearDay, shortWindow } from '../../shared/texts/time-phrases.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { Artwork } from './artwork.tsx';
import { ChangeSign } from './change-sign.tsx';
import { SpotifyLink } from './spotify-link.tsx';
import './change-line.css';
import './item-words.css';

interface ChangeLineProps {
  readonly change: Change;
  /** In the feed, day and list stand in the heading above. */
  readonly place: 'overview' | 'feed';
  readonly nowMs: number;
  readonly mode: SessionSnapshot['mode'];
  /** False takes the link out of the order of the Tab key, for rows that are not the current one. */
  readonly isLinkReachable?: boolean;
  /** What a press on the name does. */
  readonly onOpen: () => void;
  /** Whether the Tab key reaches the name; a row of the feed is itself opened by keys. */
  readonly isNameReachable?: boolean;
}

/** One change: artwork, name, who it is by, and what happened to it. */
export function ChangeLine({
  change,
  place,
  nowMs,
  mode,
  isLinkReachable = true,
  onOpen,
  isNameReachable = false,
}: ChangeLineProps) {
  const { format } = useWindowState();
  const name = changeName(change, format);
  const isOfItem = 'item' in change;
  const byline = bylineOf(change, place);
  return (
    <div className={`change-line change-line-${change.kind}`}>
      <span className="change-unread">
        {change.unread && (
          <>
            <span className="change-unread-dot" aria-hidden="true" />
            <span className="visually-hidden">{changesTexts.unreadBefore} </span>
          </>
        )}
      </span>
      <Artwork imageUrl={isOfItem ? change.item.imageUrl : change.list.imageUrl} />
      <div className="change-words">
        <button
          type="button"
          className="change-name item-open one-line"
          dir="auto"
          title={longTitle(name) ?? (isOfItem ? changesTexts.storyHint : changesTexts.listHint)}
          tabIndex={isNameReachable ? 0 : -1}
          onClick={onOpen}
        >
          {name}
        </button>
        {byline !== '' && <p className="change-byline one-line">{byline}</p>}
      </div>
      <div className="change-what">
        <ChangeSign kind={change.kind} label={CHANGE_LABELS[change.kind]} />
        {place === 'feed' ? (
          <p className="change-when tabular" title={observedPhrase(change, nowMs, format)}>
            {shortWindow(change.observedAfterMs, change.observedBeforeMs, format)}
          </p>
        ) : (
          <p className="change-when tabular">
            {nearDay(change.observedBeforeMs, nowMs, format)}
            <span className="visually-hidden">
              {changesTexts.observedBehind(observedPhrase(change, nowMs, format))}
            </span>
          </p>
        )}
      </div>
      <SpotifyLink
        // Spotify knows nothing of the sample library.
        uri={mode === 'sample' ? null : isOfItem ? change.item.uri : change.list.uri}
        name={name}
        isReachable={isLinkReachable}
      />
    </div>
  );
}

/** In the feed the list stands in the heading above, and there is room to say more. */
function bylineOf(change: Change, place: ChangeLineProps['place']): string {
  const parts = [...changeByline(change)];
  if (place === 'overview' && 'item' in change) parts.push(listName(change.list));
  if (place === 'feed' && isNamedAsLastSeen(change)) parts.push(changesTexts.asLastSeen);
  return parts.map(isolated).join(' · ');
}

/** A name that may be cut on screen is whole in its tooltip, within reason. */
function longTitle(name: string): string | undefined {
  return name.length > 48 ? shortened(name, 300) : undefined;
}

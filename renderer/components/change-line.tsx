import type { Change } from '../../shared/change.ts';
import { changeByline, changeName } from '../../shared/texts/change-line-texts.ts';
import { CHANGE_LABELS, observedPhrase } from '../../shared/texts/change-sentence.ts';
import { changesTexts } from '../../shared/texts/changes-texts.ts';
import { listName } from '../../shared/texts/item-name.ts';
import { shortDay } from '../../shared/texts/time-phrases.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { Artwork } from './artwork.tsx';
import { ChangeSign } from './change-sign.tsx';
import { SpotifyLink } from './spotify-link.tsx';
import './change-line.css';

interface ChangeLineProps {
  readonly change: Change;
  /** In the feed, day and list stand in the heading above. */
  readonly place: 'overview' | 'feed';
  readonly nowMs: number;
  /** False takes the link out of the order of the Tab key, for rows that are not the current one. */
  readonly isLinkReachable?: boolean;
}

/** One change: artwork, name, who it is by, and what happened to it. */
export function ChangeLine({ change, place, nowMs, isLinkReachable = true }: ChangeLineProps) {
  const { format } = useWindowState();
  const name = changeName(change, format);
  const isOfItem = 'item' in change;
  const byline = place === 'overview' ? overviewByline(change) : changeByline(change);
  return (
    <div className={`change-line change-line-${change.kind}`}>
      <span className="change-unread">
        {change.unread && (
          <>
            <span className="change-unread-dot" aria-hidden="true" />
            <span className="visually-hidden">{changesTexts.unread}: </span>
          </>
        )}
      </span>
      <Artwork imageUrl={isOfItem ? change.item.imageUrl : change.list.imageUrl} />
      <div className="change-words">
        <p className="change-name one-line" dir="auto" title={longTitle(name)}>
          {name}
        </p>
        <p className="change-byline one-line" dir="auto">
          {byline}
        </p>
      </div>
      <div className="change-what">
        <ChangeSign kind={change.kind} label={CHANGE_LABELS[change.kind]} />
        {place === 'overview' && (
          <p className="change-when tabular">
            {shortDay(change.observedBeforeMs, nowMs, format)}
            <span className="visually-hidden">, {observedPhrase(change, nowMs, format)}</span>
          </p>
        )}
      </div>
      <SpotifyLink
        uri={isOfItem ? change.item.uri : change.list.uri}
        name={name}
        isReachable={isLinkReachable}
      />
    </div>
  );
}

function overviewByline(change: Change): string {
  if (!('item' in change)) return changeByline(change) || listName(change.list);
  return [changeByline(change), listName(change.list)].filter(Boolean).join(' · ');
}

/** A name that may be cut on screen is whole in its tooltip, within reason. */
function longTitle(name: string): string | undefined {
  return name.length > 48 ? name.slice(0, 300) : undefined;
}

import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { HistoricList } from '../../../shared/history.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { PlaylistRow } from '../../../shared/library-rows.ts';
import { shortened } from '../../../shared/texts/foreign-text.ts';
import { isolated, onOneLine } from '../../../shared/texts/item-name.ts';
import { historicListName, listTexts } from '../../../shared/texts/list-texts.ts';
import { visibilityWords } from '../../../shared/texts/playlists-texts.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { momentPhrase } from '../../../shared/texts/time-phrases.ts';
import { Artwork } from '../../components/artwork.tsx';
import { SpotifyLink } from '../../components/spotify-link.tsx';
import type { ListRoute } from '../../state/routes/list-route.ts';
import { useNow } from '../../state/use-now.ts';
import { navigate } from '../../state/use-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import type { KnownTimeline } from './list-timeline.ts';

const VIEWS = ['state', 'compare'] as const;

interface ListHeadProps {
  readonly route: ListRoute;
  /** As it was called at the time that is shown. */
  readonly list: HistoricList;
  readonly playlist: PlaylistRow | null;
  readonly mode: SessionSnapshot['mode'];
  readonly timeline: KnownTimeline;
}

/** What list this is, and what is shown of it. */
export function ListHead({ route, list, playlist, mode, timeline }: ListHeadProps) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const name = historicListName(list);
  const description = onOneLine(list.description);
  const goneSinceMs = playlist?.goneSinceMs ?? null;
  return (
    <header className="list-head">
      {list.kind === 'playlist' && <Artwork imageUrl={playlist?.imageUrl ?? null} />}
      <div className="list-words">
        <h1 className="one-line" dir="auto" title={shortened(name, 300)}>
          {name}
        </h1>
        <p className="list-byline one-line">
          {goneSinceMs !== null && (
            <span className="list-gone">
              {listTexts.goneSince(sincePart(goneSinceMs, nowMs, format))}
            </span>
          )}
          {bylineOf(list, playlist).map((part) => (
            <span key={part}>{isolated(part)}</span>
          ))}
        </p>
        {description !== '' && (
          <p className="list-description one-line" dir="auto" title={shortened(description, 600)}>
            {description}
          </p>
        )}
      </div>
      <SpotifyLink
        uri={mode === 'sample' || goneSinceMs !== null ? null : list.uri}
        name={name}
        isReachable
      />
      {timeline.states.length > 0 && (
        <ToggleButtonGroup
          className="filters"
          aria-label={listTexts.views.label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[route.view]}
          onSelectionChange={(keys) => {
            const view = VIEWS.find((each) => keys.has(each));
            if (view !== undefined && view !== route.view) navigate(inView(route));
          }}
        >
          {VIEWS.map((view) => (
            <ToggleButton key={view} id={view} className="filter">
              {listTexts.views[view]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    </header>
  );
}

/** The other view, at the same time. */
function inView(route: ListRoute): ListRoute {
  const { listId, item } = route;
  return route.view === 'state'
    ? { page: 'list', listId, item, view: 'compare', from: route.at, to: null }
    : { page: 'list', listId, item, view: 'state', at: route.from };
}

function bylineOf(list: HistoricList, playlist: PlaylistRow | null): readonly string[] {
  if (list.kind !== 'playlist') return [];
  const owner = onOneLine(playlist?.ownerName ?? '');
  return [
    playlist?.isOwn === true ? listTexts.ownerYou : owner === '' ? '' : listTexts.ownerNamed(owner),
    visibilityWords(list),
    list.isListed || playlist?.goneSinceMs !== null ? '' : listTexts.wasNotListed,
  ].filter(Boolean);
}

/** "yesterday at 14:02", without a first word that is for other sentences. */
function sincePart(atMs: number, nowMs: number, format: TextFormat): string {
  return momentPhrase(atMs, nowMs, format).replace(/^(at|on) /, '');
}

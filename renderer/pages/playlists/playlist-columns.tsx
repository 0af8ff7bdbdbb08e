import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { PlaylistRow, PlaylistsQuery } from '../../../shared/library-rows.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { shortened } from '../../../shared/texts/foreign-text.ts';
import { isolated, listName, onOneLine } from '../../../shared/texts/item-name.ts';
import {
  itemsWords,
  playlistsTexts,
  visibilityWords,
} from '../../../shared/texts/playlists-texts.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import {
  agoPhrase,
  daysBetween,
  momentPhrase,
  nearDay,
} from '../../../shared/texts/time-phrases.ts';
import { Artwork } from '../../components/artwork.tsx';
import type { Column } from '../../components/row-table/row-table.tsx';
import { SpotifyLink } from '../../components/spotify-link.tsx';

type By = PlaylistsQuery['sort']['by'];

interface Written {
  readonly mode: SessionSnapshot['mode'];
  readonly nowMs: number;
  readonly format: TextFormat;
}

/** What the table of playlists tells of each. */
export function playlistColumns({
  mode,
  nowMs,
  format,
}: Written): readonly Column<PlaylistRow, By>[] {
  const { columns } = playlistsTexts;
  return [
    {
      id: 'name',
      title: columns.name,
      sortBy: 'name',
      isRowHeader: true,
      cell: (row) => <NameCell row={row} nowMs={nowMs} format={format} />,
    },
    {
      id: 'owner',
      title: columns.owner,
      sortBy: 'owner',
      cell: (row) => (
        <span className="playlist-quiet one-line" dir="auto">
          {ownerWords(row)}
        </span>
      ),
    },
    {
      id: 'items',
      title: columns.items,
      sortBy: 'items',
      cell: ({ items }) => <span className="tabular">{itemsWords(items, format)}</span>,
    },
    {
      id: 'contents',
      title: columns.contents,
      cell: (row) => <ContentsCell row={row} />,
    },
    {
      id: 'changed',
      title: columns.changed,
      sortBy: 'changed',
      cell: ({ changedAtMs }) => (
        <span className="playlist-quiet one-line tabular">
          {changedAtMs === null
            ? playlistsTexts.neverChanged
            : changedWords(changedAtMs, nowMs, format)}
        </span>
      ),
    },
    {
      id: 'away',
      title: changesTexts.openHint,
      isTitleHidden: true,
      cell: (row, isCurrent) => (
        <SpotifyLink
          // Spotify knows nothing of the sample library, and no longer shows what is gone.
          uri={mode === 'sample' || row.goneSinceMs !== null ? null : row.uri}
          name={listName({ kind: 'playlist', name: row.name })}
          isReachable={isCurrent}
        />
      ),
    },
  ];
}

/** Of a playlist that is gone nothing is watched any more; what it held last is kept. */
function ContentsCell({ row: { contents, goneSinceMs } }: { readonly row: PlaylistRow }) {
  const isKept = goneSinceMs !== null && contents === 'watched';
  const { kept, contents: words, contentsHint } = playlistsTexts;
  return (
    <span
      className={`playlist-contents playlist-${contents}`}
      title={isKept ? kept.hint : contentsHint[contents]}
    >
      {isKept ? kept.words : words[contents]}
    </span>
  );
}

interface NameCellProps {
  readonly row: PlaylistRow;
  readonly nowMs: number;
  readonly format: TextFormat;
}

function NameCell({ row, nowMs, format }: NameCellProps) {
  const name = listName({ kind: 'playlist', name: row.name });
  return (
    <span className="playlist-name">
      <Artwork imageUrl={row.imageUrl} />
      <span className="playlist-words">
        <span className="playlist-title one-line" dir="auto" title={shortened(name, 300)}>
          {name}
        </span>
        <span className="playlist-byline one-line">
          {row.goneSinceMs === null ? (
            <span>{visibilityWords(row)}</span>
          ) : (
            <span className="playlist-gone">
              {playlistsTexts.goneSince(asColumn(momentPhrase(row.goneSinceMs, nowMs, format)))}
            </span>
          )}
          <span className="playlist-byline-owner">
            {row.goneSinceMs === null && visibilityWords(row) === '' ? '' : ' · '}
            {isolated(ownerWords(row))}
          </span>
        </span>
      </span>
    </span>
  );
}

function ownerWords({ isOwn, ownerName }: PlaylistRow): string {
  return isOwn ? playlistsTexts.own : onOneLine(ownerName ?? '') || playlistsTexts.nobody;
}

/** "3 hours ago", "Yesterday", "Thu 19 Nov". */
function changedWords(atMs: number, nowMs: number, format: TextFormat): string {
  return daysBetween(nowMs, atMs, format) === 0
    ? agoPhrase(atMs, nowMs, format)
    : nearDay(atMs, nowMs, format);
}

/** "at 14:02" and "on Thu 19 Nov" without their first word, which is for sentences. */
function asColumn(phrase: string): string {
  return phrase.replace(/^(at|on) /, '');
}

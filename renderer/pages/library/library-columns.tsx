import type { LibraryRow, RowsSort } from '../../../shared/library-rows.ts';
import { isolated, onOneLine, shortened } from '../../../shared/texts/foreign-text.ts';
import { itemName } from '../../../shared/texts/item-name.ts';
import { lengthWords } from '../../../shared/texts/length-words.ts';
import { libraryTexts } from '../../../shared/texts/library-texts.ts';
import { historicListName } from '../../../shared/texts/list-texts.ts';
import { shortDate } from '../../../shared/texts/moment-words.ts';
import { countOf, groupedNumber } from '../../../shared/texts/quantities.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { SlashedIcon } from '../../components/icons.tsx';
import { ItemWords } from '../../components/item-words.tsx';
import type { Column } from '../../components/row-table/row-table.tsx';
import { SpotifyLink } from '../../components/spotify-link.tsx';
import type { LibraryScope } from '../../state/routes/library-route.ts';
import { type ColumnId, SCOPE_LOOKS } from './library-scopes.ts';

const LONGEST_ALBUM = 160;
const LONGEST_LISTS = 240;
const texts = libraryTexts.columns;

type RowColumn = Column<LibraryRow, RowsSort['by']>;
type ItemRow = Exclude<LibraryRow, { kind: 'gap' }>;

interface ColumnsOptions {
  readonly scope: LibraryScope;
  readonly sort: RowsSort;
  readonly nowMs: number;
  readonly format: TextFormat;
  /** Spotify knows nothing of the sample library. */
  readonly hasLinks: boolean;
  readonly onOpen: (row: LibraryRow) => void;
}

/** What the table tells of each row. */
export function libraryColumns(options: ColumnsOptions): readonly RowColumn[] {
  return SCOPE_LOOKS[options.scope].columns.map((id) => columnOf(id, options));
}

function columnOf(id: ColumnId, options: ColumnsOptions): RowColumn {
  const { scope, sort, nowMs, format, hasLinks, onOpen } = options;
  switch (id) {
    case 'item':
      return {
        id,
        // One head for both: see `pressedSort`.
        title: sort.by === 'artist' || scope === 'followed-artists' ? texts.artist : texts.title,
        sortBy: sort.by === 'artist' ? 'artist' : 'name',
        isRowHeader: true,
        cell: (row) =>
          row.kind === 'gap' ? (
            <span className="library-gap">{libraryTexts.gap}</span>
          ) : (
            <ItemWords
              item={row.item}
              {...(row.item.kind === 'episode' ? { byline: albumOf(row) } : {})}
              openHint={libraryTexts.openHint}
              onOpen={() => onOpen(row)}
            />
          ),
      };
    case 'album':
      return {
        id,
        title: texts.album,
        sortBy: 'album',
        cell: (row) => (
          <span className="library-faint one-line" dir="auto">
            {row.kind === 'gap' || row.item.kind === 'episode' ? '' : albumOf(row)}
          </span>
        ),
      };
    case 'added':
      return {
        id,
        title: texts.added,
        sortBy: 'added',
        cell: ({ addedAtMs }) => (
          <span className="library-faint one-line tabular">
            {addedAtMs === null ? libraryTexts.nothingKnown : shortDate(addedAtMs, nowMs, format)}
          </span>
        ),
      };
    case 'length':
      return {
        id,
        title: texts.length,
        sortBy: 'duration',
        cell: (row) => (
          <span className="library-faint tabular">
            {lengthWords(row.kind === 'gap' ? null : row.durationMs)}
          </span>
        ),
      };
    case 'lists':
      return {
        id,
        title: texts.lists,
        cell: (row) => (
          <span className="library-faint tabular">
            {row.kind === 'item' ? groupedNumber(row.lists, format) : ''}
          </span>
        ),
      };
    case 'state':
      return {
        id,
        title: texts.state,
        sortBy: 'availability',
        cell: (row) => <StateCell row={row} nowMs={nowMs} format={format} />,
      };
    case 'from':
      return {
        id,
        title: texts.from,
        cell: (row) => (
          <span className="library-faint one-line">
            {row.kind === 'gone' ? fromWords(row, format) : ''}
          </span>
        ),
      };
    case 'gone':
      return {
        id,
        title: texts.gone,
        sortBy: 'position',
        cell: (row) => (
          <span className="library-faint one-line tabular">
            {row.kind === 'gone' ? shortDate(row.goneSinceMs, nowMs, format) : ''}
          </span>
        ),
      };
    case 'link':
      return {
        id,
        title: texts.link,
        isTitleHidden: true,
        cell: (row, isCurrent) => (
          <SpotifyLink
            uri={row.kind === 'gap' || !hasLinks ? null : row.item.uri}
            name={row.kind === 'gap' ? '' : itemName(row.item)}
            isReachable={isCurrent}
          />
        ),
      };
  }
}

/** Of an episode: the show, which stands below its name as artists do. */
function albumOf({ item }: ItemRow): string {
  return shortened(onOneLine(item.album ?? ''), LONGEST_ALBUM);
}

interface StateCellProps {
  readonly row: LibraryRow;
  readonly nowMs: number;
  readonly format: TextFormat;
}

/** Nothing where it can be played: what is the matter shall stand out. */
function StateCell({ row, nowMs, format }: StateCellProps) {
  if (!isGrey(row)) return null;
  const sinceMs = row.kind === 'item' ? row.availabilitySinceMs : null;
  const isMissing = row.kind === 'gap' || row.availability === 'missing';
  return (
    <span className="library-state">
      <span className="library-state-word">
        <SlashedIcon size={13} />
        <span className="one-line">
          {isMissing ? libraryTexts.missing : libraryTexts.unavailable}
        </span>
      </span>
      {sinceMs !== null && (
        <span className="library-state-since one-line tabular">
          {libraryTexts.unavailableSince(shortDate(sinceMs, nowMs, format))}
        </span>
      )}
    </span>
  );
}

/** True where Spotify does not play it. */
export function isGrey(row: LibraryRow): boolean {
  if (row.kind === 'gap') return true;
  return row.availability === 'unavailable' || row.availability === 'missing';
}

/** "Kitchen, loud, Liked Songs and 2 more". */
function fromWords(row: Extract<ItemRow, { kind: 'gone' }>, format: TextFormat): string {
  const names = row.from.map((list) => isolated(shortened(historicListName(list), LONGEST_LISTS)));
  const more = row.fromCount - names.length;
  if (names.length === 0) return libraryTexts.nothingKnown;
  return more > 0
    ? `${names.join(', ')} and ${countOf(more, 'more', 'more', format)}`
    : names.join(', ');
}

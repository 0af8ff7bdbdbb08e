import type { HistoricRow } from '../../../shared/history.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { shortened } from '../../../shared/texts/foreign-text.ts';
import {
  artistLine,
  isolated,
  itemName,
  listName,
  onOneLine,
} from '../../../shared/texts/item-name.ts';
import { listTexts } from '../../../shared/texts/list-texts.ts';
import { Artwork } from '../../components/artwork.tsx';
import { SpotifyLink } from '../../components/spotify-link.tsx';

/** What stood in a row, by the name under which it was last seen. */
export function RowName({ row, mark }: { readonly row: HistoricRow; readonly mark?: string }) {
  const { name, byline, imageUrl } = describeRow(row);
  return (
    <span className="list-row-name">
      <Artwork imageUrl={imageUrl} />
      <span className="list-row-words">
        <span className="list-row-title one-line" dir="auto" title={shortened(name, 300)}>
          {name}
        </span>
        <span className="list-row-byline one-line">
          {mark !== undefined && <span className="list-row-mark">{mark}</span>}
          {byline}
        </span>
      </span>
    </span>
  );
}

interface RowLinkProps {
  readonly row: HistoricRow;
  readonly mode: SessionSnapshot['mode'];
  readonly isReachable: boolean;
}

export function RowLink({ row, mode, isReachable }: RowLinkProps) {
  const uri = row.kind === 'item' ? row.item.uri : row.kind === 'playlist' ? row.uri : null;
  return (
    <SpotifyLink
      // Spotify knows nothing of the sample library.
      uri={mode === 'sample' ? null : uri}
      name={describeRow(row).name}
      isReachable={isReachable}
    />
  );
}

interface DescribedRow {
  readonly name: string;
  readonly byline: string;
  readonly imageUrl: string | null;
}

function describeRow(row: HistoricRow): DescribedRow {
  switch (row.kind) {
    case 'item': {
      const { item } = row;
      const parts = [artistLine(item), isolated(onOneLine(item.album ?? ''))];
      return {
        name: itemName(item),
        byline: parts.filter(Boolean).join(' · '),
        imageUrl: item.imageUrl,
      };
    }
    case 'playlist':
      return {
        name: listName({ kind: 'playlist', name: row.name }),
        byline: isolated(onOneLine(row.description)),
        imageUrl: null,
      };
    case 'gap':
      return { name: listTexts.gap, byline: '', imageUrl: null };
  }
}

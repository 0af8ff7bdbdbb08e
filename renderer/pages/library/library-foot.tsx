import { memo } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { libraryTexts, rowsPhrase } from '../../../shared/texts/library-texts.ts';
import { historyOf } from '../../../shared/texts/list-texts.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import { FromSpotify } from '../../components/from-spotify.tsx';
import { hashOfRoute } from '../../state/route.ts';
import type { LibraryScope } from '../../state/routes/library-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { HistoryLink } from './history-link.tsx';

interface LibraryFootProps {
  readonly scope: LibraryScope;
  readonly mode: SessionSnapshot['mode'];
  /** The list whose rows these are; null for those of many, and for one that was never read. */
  readonly listId: number | null;
  /** Rows that are shown; null while that is unknown. */
  readonly shown: number | null;
  /** Rows without any filter; null where nothing is left out, or that is unknown. */
  readonly all: number | null;
}

/** How much is shown, whose titles these are, and the keys that move through them. */
export const LibraryFoot = memo(function LibraryFoot({
  scope,
  mode,
  listId,
  shown,
  all,
}: LibraryFootProps) {
  const { format } = useWindowState();
  const texts = shellTexts.shortcuts;
  const isEmpty = shown === null || (shown === 0 && all === null);
  return (
    <footer className={isEmpty ? 'library-foot library-foot-empty' : 'library-foot'}>
      <p className="tabular" role="status">
        {isEmpty ? '' : rowsPhrase(scope, shown, all, format)}
      </p>
      {scope !== 'everything' && scope !== 'gone' && <HistoryLink collection={scope} />}
      {listId !== null && scope !== 'everything' && scope !== 'gone' && (
        <a
          className="text-link"
          href={hashOfRoute({ page: 'list', listId, view: 'state', at: null, item: null })}
        >
          {historyOf(scope)}
        </a>
      )}
      {mode === 'spotify' && !isEmpty && <FromSpotify />}
      {!isEmpty && (
        <p className="library-keys" aria-hidden="true">
          <kbd>↑</kbd>
          <kbd>↓</kbd> {texts.moveShort}
          <kbd>↵</kbd> {libraryTexts.openShort}
        </p>
      )}
    </footer>
  );
});

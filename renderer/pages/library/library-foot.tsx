import { memo } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { libraryTexts, rowsPhrase } from '../../../shared/texts/library-texts.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import { PageFoot } from '../../components/page-foot.tsx';
import type { LibraryScope } from '../../state/routes/library-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { HistoryLink } from './history-link.tsx';

interface LibraryFootProps {
  readonly scope: LibraryScope;
  readonly mode: SessionSnapshot['mode'];
  /** Rows that are shown; null while that is unknown. */
  readonly shown: number | null;
  /** Rows without any filter; null where nothing is left out, or that is unknown. */
  readonly all: number | null;
}

/** How much is shown, whose titles these are, and the keys that move through them. */
export const LibraryFoot = memo(function LibraryFoot({
  scope,
  mode,
  shown,
  all,
}: LibraryFootProps) {
  const { format } = useWindowState();
  const texts = shellTexts.shortcuts;
  const hasRows = shown !== null && shown > 0;
  if (shown === null) return <p className="visually-hidden" role="status" />;
  return (
    <PageFoot
      start={
        <>
          <p className="tabular" role="status">
            {rowsPhrase(scope, shown, all, format)}
          </p>
          {scope !== 'everything' && scope !== 'gone' && <HistoryLink collection={scope} />}
        </>
      }
      isFromSpotify={mode === 'spotify' && hasRows}
    >
      {hasRows && (
        <p className="page-foot-keys" aria-hidden="true">
          <kbd>↑</kbd>
          <kbd>↓</kbd> {texts.moveShort}
          <kbd>↵</kbd> {libraryTexts.openShort}
        </p>
      )}
    </PageFoot>
  );
});

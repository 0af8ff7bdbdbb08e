import { listTexts } from '../../../shared/texts/list-texts.ts';
import { EmptyPanel } from '../../components/empty-panel.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { PlaylistIcon } from '../../components/icons.tsx';
import type { RowsState } from '../../state/row-windows.ts';
import { RowsSkeleton } from './list-skeleton.tsx';

interface RowsNotThereProps {
  readonly rows: RowsState<unknown>;
  readonly onRetry: () => void;
}

/** What stands in the place of rows that are loading, could not be loaded, or are gone. */
export function RowsNotThere({ rows, onRetry }: RowsNotThereProps) {
  switch (rows.kind) {
    case 'loading':
      return <RowsSkeleton />;
    case 'failed':
      return (
        <FailurePanel
          title={listTexts.rowsFailed.title}
          retryLabel={listTexts.rowsFailed.retry}
          id={rows.id}
          onRetry={onRetry}
        />
      );
    case 'missing':
      return <EmptyPanel sign={<PlaylistIcon size={20} />} {...listTexts.goneMeanwhile} />;
    case 'ready':
      return null;
  }
}

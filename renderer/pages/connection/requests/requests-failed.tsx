import { requestLedgerTexts } from '../../../../shared/texts/request-ledger-texts.ts';
import { shellTexts } from '../../../../shared/texts/shell-texts.ts';
import { FailurePanel } from '../../../components/failure-panel.tsx';
import { useWindowState } from '../../../state/window-state-context.ts';

/** In place of the requests, where they could not be loaded. */
export function RequestsFailed({ id }: { readonly id: string }) {
  const { library } = useWindowState();
  return (
    <FailurePanel
      title={requestLedgerTexts.failed}
      retryLabel={shellTexts.failed.retry}
      id={id}
      onRetry={() => library.reload()}
    />
  );
}

import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { listTexts } from '../../../shared/texts/list-texts.ts';
import type { Actions } from '../../shell/use-actions.ts';
import type { ListRoute } from '../../state/routes/list-route.ts';
import { usePageTitle } from '../../state/use-page-title.ts';

interface ListPageProps {
  readonly route: ListRoute;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus | null;
  readonly onAct: Actions['act'];
  readonly onSay: Actions['say'];
}

export function ListPage({ route }: ListPageProps) {
  usePageTitle(listTexts.title);
  return (
    <div className="page" data-page={route.page}>
      <h1>{listTexts.title}</h1>
    </div>
  );
}

import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import type { Actions } from '../../shell/use-actions.ts';
import type { ListRoute } from '../../state/routes/list-route.ts';
import { OneList } from './one-list.tsx';
import './list-page.css';

interface ListPageProps {
  readonly route: ListRoute;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus | null;
  readonly onAct: Actions['act'];
  readonly onSay: Actions['say'];
}

/** One list through time. Another list is another page, with nothing left of the one before. */
export function ListPage({ route, session, status }: ListPageProps) {
  return <OneList key={route.listId} route={route} mode={session.mode} status={status} />;
}

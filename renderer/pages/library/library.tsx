import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { libraryTexts } from '../../../shared/texts/library-texts.ts';
import type { Actions } from '../../shell/use-actions.ts';
import type { LibraryRoute } from '../../state/routes/library-route.ts';
import { usePageTitle } from '../../state/use-page-title.ts';

interface LibraryProps {
  readonly route: LibraryRoute;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus | null;
  readonly onAct: Actions['act'];
  readonly onSay: Actions['say'];
}

export function Library({ route }: LibraryProps) {
  usePageTitle(libraryTexts.title);
  return (
    <div className="page" data-page={route.page}>
      <h1>{libraryTexts.title}</h1>
    </div>
  );
}

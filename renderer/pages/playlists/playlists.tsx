import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { playlistsTexts } from '../../../shared/texts/playlists-texts.ts';
import type { Actions } from '../../shell/use-actions.ts';
import type { PlaylistsRoute } from '../../state/routes/playlists-route.ts';
import { usePageTitle } from '../../state/use-page-title.ts';

interface PlaylistsProps {
  readonly route: PlaylistsRoute;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus | null;
  readonly onAct: Actions['act'];
  readonly onSay: Actions['say'];
}

export function Playlists({ route }: PlaylistsProps) {
  usePageTitle(playlistsTexts.title);
  return (
    <div className="page" data-page={route.page}>
      <h1>{playlistsTexts.title}</h1>
    </div>
  );
}

import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { emptyPlaylistsText } from '../../../shared/texts/playlists-texts.ts';
import { EmptyPanel } from '../../components/empty-panel.tsx';
import { FirstPassPanel } from '../../components/first-pass-panel.tsx';
import { PlaylistIcon } from '../../components/icons.tsx';
import type { PlaylistsRoute } from '../../state/routes/playlists-route.ts';

interface EmptyPlaylistsProps {
  readonly route: PlaylistsRoute;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus | null;
}

export function EmptyPlaylists({ route, session, status }: EmptyPlaylistsProps) {
  const hasBaseline = status !== null && status.baselineAtMs !== null;
  const words = { sign: <PlaylistIcon size={20} />, ...emptyPlaylistsText(route, hasBaseline) };
  return status === null || hasBaseline || route.text.trim() !== '' ? (
    <EmptyPanel {...words} />
  ) : (
    <FirstPassPanel {...words} session={session} status={status} />
  );
}

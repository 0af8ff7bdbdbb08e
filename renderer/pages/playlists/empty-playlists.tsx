import { emptyPlaylistsText } from '../../../shared/texts/playlists-texts.ts';
import { EmptyPanel } from '../../components/empty-panel.tsx';
import { PlaylistIcon } from '../../components/icons.tsx';
import type { PlaylistsRoute } from '../../state/routes/playlists-route.ts';

interface EmptyPlaylistsProps {
  readonly route: PlaylistsRoute;
  readonly hasBaseline: boolean;
}

export function EmptyPlaylists({ route, hasBaseline }: EmptyPlaylistsProps) {
  const { title, body } = emptyPlaylistsText(route, hasBaseline);
  return <EmptyPanel sign={<PlaylistIcon size={20} />} title={title} body={body} />;
}

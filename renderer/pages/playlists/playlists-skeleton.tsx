import { playlistsTexts } from '../../../shared/texts/playlists-texts.ts';
import { SkeletonRow } from '../../components/skeleton-row.tsx';

const ROWS = [0.5, 0.36, 0.62, 0.44, 0.56, 0.4] as const;

/** The shape of the table while it is being loaded. */
export function PlaylistsSkeleton() {
  return (
    <div className="playlists-skeleton" role="status">
      <span className="visually-hidden">{playlistsTexts.loading}</span>
      {ROWS.map((share) => (
        <SkeletonRow key={share} share={share} />
      ))}
    </div>
  );
}

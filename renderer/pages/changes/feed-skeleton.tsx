import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { SkeletonRow } from '../../components/skeleton-row.tsx';

const ROWS = [0.62, 0.4, 0.53, 0.7, 0.46, 0.58, 0.36] as const;

/** The shape of the list while it is being loaded. */
export function FeedSkeleton() {
  return (
    <div className="feed-skeleton" role="status">
      <span className="visually-hidden">{changesTexts.loading}</span>
      {ROWS.map((share) => (
        <SkeletonRow key={share} share={share} />
      ))}
    </div>
  );
}

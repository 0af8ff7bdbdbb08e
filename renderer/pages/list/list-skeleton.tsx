import { listTexts } from '../../../shared/texts/list-texts.ts';
import { SkeletonRow } from '../../components/skeleton-row.tsx';

const ROWS = [0.5, 0.62, 0.4, 0.56, 0.46] as const;

/** The shape of the page while it is being loaded. */
export function ListSkeleton() {
  return (
    <div className="list-page list-skeleton">
      <h1 className="visually-hidden">{listTexts.title}</h1>
      <div className="list-head list-skeleton-head" aria-hidden="true">
        <span className="artwork" />
        <span className="skeleton-lines">
          <span style={{ width: '24%' }} />
          <span style={{ width: '15%' }} />
        </span>
      </div>
      <div className="list-skeleton-time" />
      <div className="list-rows">
        <RowsSkeleton />
      </div>
    </div>
  );
}

/** The shape of the rows while they are being loaded. */
export function RowsSkeleton() {
  return (
    <div className="list-skeleton-rows" role="status">
      <span className="visually-hidden">{listTexts.loading}</span>
      {ROWS.map((share) => (
        <SkeletonRow key={share} share={share} />
      ))}
    </div>
  );
}

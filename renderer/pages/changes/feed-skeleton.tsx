import { changesTexts } from '../../../shared/texts/changes-texts.ts';

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

/** One row that is not there yet; `share` is the length of its name. */
export function SkeletonRow({ share }: { readonly share: number }) {
  return (
    <div className="change-line skeleton-row" aria-hidden="true">
      <span />
      <span className="artwork" />
      <span className="skeleton-lines">
        <span style={{ width: `${share * 60}%` }} />
        <span style={{ width: `${share * 40}%` }} />
      </span>
    </div>
  );
}

import './artwork.css';
import './change-line.css';
import './skeleton-row.css';

/** One change that is not there yet; `share` is the length of its name. */
export function SkeletonRow({ share }: { readonly share: number }) {
  return (
    <div className="change-line" aria-hidden="true">
      <span />
      <span className="artwork" />
      <span className="skeleton-lines">
        <span style={{ width: `${share * 60}%` }} />
        <span style={{ width: `${share * 40}%` }} />
      </span>
    </div>
  );
}

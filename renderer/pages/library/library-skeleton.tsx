import { libraryTexts } from '../../../shared/texts/library-texts.ts';
import '../../components/artwork.css';
import '../../components/item-words.css';
import '../../components/skeleton-row.css';

const ROWS = [0.62, 0.4, 0.53, 0.7, 0.46, 0.58, 0.36] as const;

/** The shape of the table while it is being loaded. */
export function LibrarySkeleton() {
  return (
    <div className="library-skeleton" role="status">
      <span className="visually-hidden">{libraryTexts.loading}</span>
      {ROWS.map((share) => (
        <div key={share} className="item" aria-hidden="true">
          <span className="artwork" />
          <span className="skeleton-lines library-skeleton-lines">
            <span style={{ width: `${share * 60}%` }} />
            <span style={{ width: `${share * 40}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}

import type { FeedRow } from '../../../shared/change-feed.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { listName } from '../../../shared/texts/item-name.ts';
import { CompareIcon } from '../../components/icons.tsx';
import { hashOfRoute } from '../../state/route.ts';
import { comparisonRoute } from '../../state/routes/comparison-route.ts';

interface ComparisonLinkProps {
  readonly group: Extract<FeedRow, { kind: 'group' }>;
  readonly isReachable: boolean;
}

/** Leads to the list before and after a group of changes. */
export function ComparisonLink({ group, isReachable }: ComparisonLinkProps) {
  const { list, observedAfterMs, observedBeforeMs } = group;
  // A list of several playlists is none that could be compared.
  if (group.isOfPlaylists) return null;
  return (
    <a
      className="spotify-link feed-comparison"
      href={hashOfRoute(comparisonRoute(list.id, observedAfterMs, observedBeforeMs))}
      aria-label={changesTexts.compareList(listName(list))}
      title={changesTexts.compareHint}
      tabIndex={isReachable ? 0 : -1}
      draggable={false}
    >
      <CompareIcon />
    </a>
  );
}

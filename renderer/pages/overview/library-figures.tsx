import type { LibraryStatus } from '../../../shared/library-status.ts';
import { overviewTexts, watchedPhrase } from '../../../shared/texts/overview-texts.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { Section } from '../../components/section.tsx';
import { hashOfRoute } from '../../state/route.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { countedCollections } from './counted-collections.ts';

type Figure = readonly [name: string, value: number, note: string | null];

type LibraryFiguresProps = Pick<LibraryStatus, 'totals' | 'collections'>;

/** What is known of the library, in figures. */
export function LibraryFigures({ totals, collections }: LibraryFiguresProps) {
  const { format } = useWindowState();
  const texts = overviewTexts.library;
  const rows: readonly Figure[] = [
    [texts.savedTracks, totals.savedTracks, null],
    [texts.playlists, totals.playlists, watchedPhrase(totals, format)],
    [texts.playlistItems, totals.playlistItems, null],
    ...countedCollections(collections).map(([name, items]): Figure => [name, items, null]),
  ];
  const unavailable = groupedNumber(totals.unavailableItems, format);
  return (
    <Section title={texts.title}>
      <dl className="figures">
        {rows.map(([name, value, note]) => (
          <div key={name}>
            <dt>
              {name}
              {note !== null && <span className="figures-note">{note}</span>}
            </dt>
            <dd className="tabular">{groupedNumber(value, format)}</dd>
          </div>
        ))}
        <div>
          <dt>{texts.unavailable}</dt>
          <dd className="tabular">
            {totals.unavailableItems === 0 ? (
              unavailable
            ) : (
              <a
                className="text-link"
                href={hashOfRoute({ page: 'changes', filter: 'unavailable' })}
                aria-label={texts.showUnavailable(unavailable)}
              >
                {unavailable}
              </a>
            )}
          </dd>
        </div>
      </dl>
    </Section>
  );
}

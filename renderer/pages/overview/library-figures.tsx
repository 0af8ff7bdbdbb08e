import type { LibraryStatus } from '../../../shared/library-status.ts';
import { overviewTexts, watchedPhrase } from '../../../shared/texts/overview-texts.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { Section } from '../../components/section.tsx';
import { hashOfRoute } from '../../state/route.ts';
import { LIBRARY } from '../../state/routes/library-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { countedCollections } from './counted-collections.ts';

type Figure = readonly [name: string, value: number, note: string | null];

interface LibraryFiguresProps extends Pick<LibraryStatus, 'totals' | 'collections'> {
  /** False while the first pass runs: what it did not come to yet is not nothing. */
  readonly isWhole: boolean;
}

/** What is known of the library, in figures. */
export function LibraryFigures({ totals, collections, isWhole }: LibraryFiguresProps) {
  const { format } = useWindowState();
  const texts = overviewTexts.library;
  const rows: readonly Figure[] = [
    [texts.savedTracks, totals.savedTracks, null],
    [texts.playlists, totals.playlists, watchedPhrase(totals, format)],
    [texts.playlistItems, totals.playlistItems, null],
    ...countedCollections(collections).map(([name, items]): Figure => [name, items, null]),
  ];
  const isKnown = (value: number) => isWhole || value > 0;
  const unavailable = groupedNumber(totals.unavailableItems, format);
  return (
    <Section title={texts.title}>
      <dl className="figures">
        {rows
          .filter(([, value]) => isKnown(value))
          .map(([name, value, note]) => (
            <div key={name}>
              <dt>
                {name}
                {note !== null && <span className="figures-note">{note}</span>}
              </dt>
              <dd className="tabular">{groupedNumber(value, format)}</dd>
            </div>
          ))}
        {isKnown(totals.unavailableItems) && (
          <div>
            <dt>{texts.unavailable}</dt>
            <dd className="tabular">
              {totals.unavailableItems === 0 ? (
                unavailable
              ) : (
                <a
                  className="text-link"
                  href={hashOfRoute({ ...LIBRARY, onlyUnavailable: true })}
                  aria-label={texts.showUnavailable(unavailable)}
                >
                  {unavailable}
                </a>
              )}
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

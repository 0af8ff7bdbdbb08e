import type { LibraryTotals } from '../../../shared/library-status.ts';
import { overviewTexts, watchedPhrase } from '../../../shared/texts/overview-texts.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { Section } from './section.tsx';

/** What is known of the library, in figures. */
export function LibraryFigures({ totals }: { readonly totals: LibraryTotals }) {
  const { format } = useWindowState();
  const texts = overviewTexts.library;
  const rows: readonly (readonly [string, number, string | null])[] = [
    [texts.savedTracks, totals.savedTracks, null],
    [texts.playlists, totals.playlists, watchedPhrase(totals, format)],
    [texts.playlistItems, totals.playlistItems, null],
    [texts.unavailable, totals.unavailableItems, null],
  ];
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
      </dl>
    </Section>
  );
}

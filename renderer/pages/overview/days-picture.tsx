import type { LibraryStatus } from '../../../shared/library-status.ts';
import { daysSummary, overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { shortDay } from '../../../shared/texts/time-phrases.ts';
import { Section } from '../../components/section.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { dayBars } from './day-bars.ts';

const WIDTH = 252;
const HEIGHT = 56;

/** Changes per day: a picture for the eye, a table for a screen reader. */
export function DaysPicture({ days }: { readonly days: LibraryStatus['changesPerDay'] }) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const texts = overviewTexts.days;
  const first = days[0];
  return (
    <Section
      title={texts.title}
      aside={<span className="section-aside tabular">{daysSummary(days, format)}</span>}
    >
      <svg
        className="days"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {dayBars(days, WIDTH, HEIGHT).map((bar) => (
          <g key={bar.dayStartMs}>
            <title>{`${shortDay(bar.dayStartMs, nowMs, format)}: ${bar.total}`}</title>
            <rect className="days-ground" x={bar.x} y={0} width={bar.width} height={HEIGHT} />
            {bar.parts.map((part) => (
              <rect
                key={part.kind}
                className={`days-${part.kind}`}
                x={bar.x}
                y={part.y}
                width={bar.width}
                height={part.height}
                rx="1"
              />
            ))}
          </g>
        ))}
      </svg>
      {first !== undefined && (
        <p className="days-ends tabular" aria-hidden="true">
          <span>{shortDay(first.dayStartMs, nowMs, format)}</span>
          <span>{texts.today}</span>
        </p>
      )}
      <table className="visually-hidden">
        <caption>{texts.title}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.columns.day}</th>
            <th scope="col">{texts.columns.added}</th>
            <th scope="col">{texts.columns.removed}</th>
            <th scope="col">{texts.columns.other}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.dayStartMs}>
              <th scope="row">{shortDay(day.dayStartMs, nowMs, format)}</th>
              <td>{day.added}</td>
              <td>{day.removed}</td>
              <td>{day.other}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

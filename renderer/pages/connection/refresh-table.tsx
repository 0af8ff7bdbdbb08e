import { useId } from 'react';
import type { RefreshRecord } from '../../../shared/connection.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import {
  outcomeTone,
  REFRESH_CAUSES,
  REFRESH_OUTCOMES,
  recordTime,
} from '../../../shared/texts/refresh-record-texts.ts';
import { Moment } from '../../components/moment.tsx';
import { Section } from '../../components/section.tsx';
import { StatusGlyph } from '../../components/status-glyph.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';

const texts = connectionTexts.refreshes;

interface RefreshTableProps {
  /** The table's. */
  readonly id: string;
  readonly refreshes: readonly RefreshRecord[];
}

/** The last renewals of access, newest first: when, why, and what came of it. */
export function RefreshTable({ id, refreshes }: RefreshTableProps) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const captionId = useId();
  return (
    <Section title={texts.title}>
      {refreshes.length === 0 ? (
        <p className="connection-soft">{texts.none}</p>
      ) : (
        <table id={id} className="refreshes" aria-labelledby={captionId}>
          <caption id={captionId} className="visually-hidden">
            {texts.title}
          </caption>
          <thead>
            <tr>
              <th scope="col">{texts.columns.time}</th>
              <th scope="col">{texts.columns.cause}</th>
              <th scope="col">{texts.columns.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {keyed(refreshes).map(([key, { atMs, cause, outcome }]) => (
              <tr key={key}>
                <td className="tabular">
                  <Moment atMs={atMs}>{recordTime(atMs, nowMs, format)}</Moment>
                </td>
                <td>{REFRESH_CAUSES[cause]}</td>
                <td>
                  <span className="refreshes-outcome">
                    <StatusGlyph tone={outcomeTone(outcome)} size={9} />
                    {REFRESH_OUTCOMES[outcome]}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** Two renewals can carry the same time; counted from the oldest, a row keeps its key. */
function keyed(refreshes: readonly RefreshRecord[]): readonly (readonly [string, RefreshRecord])[] {
  return refreshes.map((record, index) => {
    const older = refreshes.slice(index + 1).filter(({ atMs }) => atMs === record.atMs).length;
    return [`${record.atMs}-${older}`, record];
  });
}

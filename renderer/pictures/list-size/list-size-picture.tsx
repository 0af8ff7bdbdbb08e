import { useMemo } from 'react';
import type { ListSizePoint } from '../../../shared/list-sizes.ts';
import {
  itemCount,
  listSizeTexts,
  sizeMoment,
  sizeStep,
  sizeStretch,
  sizeWords,
} from '../../../shared/texts/list-size-texts.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { Picture } from '../picture.tsx';
import { PictureTable } from '../picture-table.tsx';
import { sizeDrawing } from './size-drawing.ts';
import { pointAtTime } from './size-line.ts';
import { useListSizes } from './use-list-sizes.ts';
import './list-size-picture.css';

const texts = listSizeTexts;

interface ListSizePictureProps {
  readonly listId: number;
  /** The time that is looked at; null or left out where there is none. */
  readonly chosenAtMs?: number | null;
  /** A moment of the list's history was chosen, by a click or by Enter. */
  readonly onChoose?: (point: ListSizePoint) => void;
}

/** How long a list was over time. */
export function ListSizePicture({ listId, chosenAtMs = null, onChoose }: ListSizePictureProps) {
  const { sizes, retry } = useListSizes(listId);
  switch (sizes.kind) {
    case 'loading':
      return <div className="list-size-loading" />;
    case 'failed':
      return (
        <FailurePanel title={texts.failed} retryLabel={texts.retry} id={sizes.id} onRetry={retry} />
      );
    case 'ready':
      return sizes.value.length === 0 ? (
        <p className="list-size-none">{texts.none}</p>
      ) : (
        <SizePicture
          points={sizes.value}
          chosenAtMs={chosenAtMs}
          {...(onChoose === undefined ? {} : { onChoose })}
        />
      );
  }
}

interface SizePictureProps {
  readonly points: readonly ListSizePoint[];
  readonly chosenAtMs: number | null;
  readonly onChoose?: (point: ListSizePoint) => void;
}

function SizePicture({ points, chosenAtMs, onChoose }: SizePictureProps) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const drawing = useMemo(() => sizeDrawing(points, format), [points, format]);
  const starts = useMemo(() => points.map(({ atMs }) => atMs), [points]);
  const chosen = chosenAtMs === null ? points.length - 1 : pointAtTime(starts, chosenAtMs);
  return (
    <div className="list-size">
      <Picture
        label={texts.label}
        drawing={drawing}
        size="high"
        start={chosen}
        chosen={chosenAtMs}
        words={(index) => {
          const point = points[index];
          return point === undefined ? '' : sizeWords(point, points[index - 1], nowMs, format);
        }}
        line={(told) => {
          const index = told ?? chosen;
          const point = points[index];
          if (point === undefined) return null;
          const step = sizeStep(point, points[index - 1], format);
          return (
            <>
              <strong>{itemCount(point.rows, format)}</strong>
              {step !== '' && <span> {step}</span>}
              <span className="list-size-stretch">{sizeStretch(point, nowMs, format)}</span>
            </>
          );
        }}
        {...(onChoose === undefined
          ? {}
          : {
              onChoose: (index: number) => {
                const point = points[index];
                if (point !== undefined) onChoose(point);
              },
            })}
      />
      <PictureTable
        title={texts.title}
        columns={Object.values(texts.columns)}
        rows={() =>
          points
            .map((point, index): [number, string[]] => [
              point.observationId,
              [
                sizeMoment(point.atMs, nowMs, format),
                sizeMoment(point.untilMs, nowMs, format),
                groupedNumber(point.rows, format),
                sizeStep(point, points[index - 1], format),
              ],
            ])
            .toReversed()
        }
      />
    </div>
  );
}

import type uPlot from 'uplot';
import type { Paint } from './paint.ts';

/** What is drawn, whatever its size and its colours. */
export interface Drawing {
  readonly data: uPlot.AlignedData;
  /** How many points there are whose words can be told. */
  readonly points: number;
  /** The point that belongs to a value on x. */
  readonly pointAt: (x: number) => number;
  /** @param pointed - asked at each drawing */
  readonly options: (paint: Paint, pointed: () => Pointed) => DrawingOptions;
}

/** What stands out for the moment. */
export interface Pointed {
  /** The point whose words are told now. */
  readonly told: number | null;
  /** A value on x that was chosen. */
  readonly chosen: number | null;
}

export type DrawingOptions = Pick<
  uPlot.Options,
  'series' | 'scales' | 'axes' | 'hooks' | 'padding'
>;

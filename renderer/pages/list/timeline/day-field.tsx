import { useEffect, useState } from 'react';
import { localDayKey } from '../../../../shared/texts/time-phrases.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import { endOfDay } from './calendar-day.ts';

interface DayFieldProps {
  readonly label: string;
  /** The moment whose day stands in the field. */
  readonly atMs: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** The end of the chosen day in the user's time zone, or the last moment that is known. */
  readonly onChoose: (atMs: number) => void;
}

/** Jumps to a day. A date that is only half typed, or beyond the history, waits. */
export function DayField({ label, atMs, firstMs, lastMs, onChoose }: DayFieldProps) {
  const { format } = useWindowState();
  const day = localDayKey(atMs, format);
  const first = localDayKey(firstMs, format);
  const last = localDayKey(lastMs, format);
  const [typed, setTyped] = useState(day);
  useEffect(() => setTyped(day), [day]);
  return (
    <input
      className="day-field tabular"
      type="date"
      aria-label={label}
      min={first}
      max={last}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        if (value === '' || value < first || value > last || value === day) return;
        onChoose(Math.min(lastMs, endOfDay(value, format)));
      }}
      onBlur={() => setTyped(day)}
    />
  );
}

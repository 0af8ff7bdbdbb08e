import { type RefObject, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { Drawing, Pointed } from './drawing.ts';
import { Paint } from './paint.ts';
import { watchLook } from './watch-look.ts';

/**
 * Keeps a drawing in a box: as large as the box, in its colours, for as long as it is there.
 */
export function usePlot(
  box: RefObject<HTMLElement | null>,
  drawing: Drawing,
  { told, chosen }: Pointed,
): RefObject<uPlot | null> {
  const plot = useRef<uPlot | null>(null);
  const pointed = useRef<Pointed>({ told, chosen });

  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    const paint = new Paint(place);
    const drawn = new uPlot(
      {
        ...drawing.options(paint, () => pointed.current),
        ...sizeOf(place),
        legend: { show: false },
        // The window has one way of its own for the pointer and for keys.
        cursor: { show: false },
      },
      drawing.data,
      place,
    );
    plot.current = drawn;
    const resizing = new ResizeObserver(() => {
      const size = sizeOf(place);
      if (size.width !== drawn.width || size.height !== drawn.height) drawn.setSize(size);
    });
    resizing.observe(place);
    const stopWatching = watchLook(() => {
      paint.forget();
      drawn.redraw(false);
    });
    return () => {
      plot.current = null;
      stopWatching();
      resizing.disconnect();
      drawn.destroy();
      paint.remove();
    };
  }, [box, drawing]);

  useEffect(() => {
    pointed.current = { told, chosen };
    plot.current?.redraw(false);
  }, [told, chosen]);

  return plot;
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement) {
  return { width: clientWidth, height: clientHeight };
}

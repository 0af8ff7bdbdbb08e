import { useEffect, useState } from 'react';
import { useWindowState } from './window-state-context.ts';

/** The time of day, told anew every `everyMs`, for phrases such as "12 minutes ago". */
export function useNow(everyMs = 30_000): number {
  const { clock } = useWindowState();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => {
    let timer = clock.setTimer(everyMs, tick);
    function tick() {
      setNowMs(clock.nowMs());
      timer = clock.setTimer(everyMs, tick);
    }
    return () => timer.cancel();
  }, [clock, everyMs]);
  return nowMs;
}

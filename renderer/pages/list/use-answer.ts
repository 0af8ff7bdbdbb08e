import { useEffect, useRef, useState } from 'react';
import type { IpcAnswer } from '../../../shared/ipc-derived.ts';
import type { Loadable } from '../../state/live-value.ts';
import { useLive, useWindowState } from '../../state/window-state-context.ts';

/**
 * The answer to a question, asked again whenever the library may have changed. While another one is
 * waited for, the last one stays; answers that come late are dropped.
 *
 * @param ask - keeps its identity for as long as the question is the same
 */
export function useAnswer<T>(ask: () => Promise<IpcAnswer<T>>): Loadable<T> {
  const { library } = useWindowState();
  const status = useLive(library);
  const [answer, setAnswer] = useState<Loadable<T>>({ kind: 'loading' });
  const latest = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the status is the occasion to ask again
  useEffect(() => {
    latest.current += 1;
    const asked = latest.current;
    void ask().then((result) => {
      if (asked !== latest.current) return;
      setAnswer(
        result.ok
          ? { kind: 'ready', value: result.value }
          : { kind: 'failed', id: result.error.id },
      );
    });
    return () => {
      latest.current += 1;
    };
  }, [ask, status]);
  return answer;
}

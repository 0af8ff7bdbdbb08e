import { useEffect, useState } from 'react';
import type { RowsFilter, RowsScope } from '../../../shared/library-rows.ts';
import { useLive, useWindowState } from '../../state/window-state-context.ts';

/**
 * How many rows there are that a filter lets through, without the rows; null while that is unknown.
 *
 * @param scope null asks nothing
 * @param filter keeps its identity for as long as it is the same
 */
export function useRowsTotal(scope: RowsScope['kind'] | null, filter: RowsFilter): number | null {
  const { api, library } = useWindowState();
  const status = useLive(library);
  const [total, setTotal] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new status may mean another number
  useEffect(() => {
    let isAsked = true;
    setTotal(null);
    if (scope !== 'everything' && scope !== 'gone') return;
    const sort = { by: 'position', direction: 'ascending' } as const;
    const window = { offset: 0, count: 1, revision: null };
    void api.library.rows({ scope: { kind: scope }, sort, filter, ...window }).then((answer) => {
      if (isAsked && answer.ok) setTotal(answer.value?.total ?? 0);
    });
    return () => {
      isAsked = false;
    };
  }, [api, scope, filter, status]);
  return total;
}

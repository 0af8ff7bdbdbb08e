import { useEffect, useState } from 'react';
import type { ListDifference } from '../../../shared/history.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { MOST_ROWS_ASKED } from './rows-asked.ts';

/** Of a longer list of losses only these are marked; the comparison shows all of them. */
const MOST_MARKED = 2_000;
/** While a hand moves along the timeline nobody reads marks. */
const RESTING_MS = 250;

export interface Losses {
  readonly counts: ListDifference['counts'];
  /** Positions, at the earlier time, of rows that are not there at the later. */
  readonly gone: ReadonlySet<number>;
}

/** What became of a state since; null while that is not known. */
export function useLosses(listId: number, fromId: number, toId: number): Losses | null {
  const { api, clock } = useWindowState();
  const [losses, setLosses] = useState<(Losses & { readonly of: string }) | null>(null);
  const of = `${listId} ${fromId} ${toId}`;
  useEffect(() => {
    let isWanted = fromId !== toId;
    async function read(): Promise<void> {
      const gone = new Set<number>();
      for (let offset = 0; offset < MOST_MARKED; offset += MOST_ROWS_ASKED) {
        const answer = await api.history.difference({
          listId,
          from: { kind: 'observation', id: fromId },
          to: { kind: 'observation', id: toId },
          kinds: ['removed'],
          offset,
          count: MOST_ROWS_ASKED,
        });
        // Without it the page shows the state without marks, which is what it is for.
        if (!isWanted || !answer.ok || answer.value === null) return;
        const { counts, rows } = answer.value;
        for (const row of rows) if (row.kind === 'removed') gone.add(row.before.position);
        if (offset + rows.length >= counts.removed || rows.length === 0) {
          setLosses({ of, counts, gone });
          return;
        }
        setLosses({ of, counts, gone: new Set(gone) });
      }
    }
    const timer = isWanted ? clock.setTimer(RESTING_MS, () => void read()) : null;
    return () => {
      isWanted = false;
      timer?.cancel();
    };
  }, [api, clock, listId, fromId, toId, of]);
  return losses?.of === of ? losses : null;
}

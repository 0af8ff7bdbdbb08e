import type { ApiFailure } from '../spotify/api-failure.ts';
import type { ContentsAccess, StoredList } from '../storage/lists.ts';
import type { StoredReading } from '../storage/readings.ts';
import { type ReadingTrouble, waitAfterTrouble } from './collection-due.ts';
import { type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { dropStaged } from './staged-rows.ts';
import { TRIES } from './tries.ts';

/** What a failure means for one collection; only what concerns all requests stops the pass. */
export async function settleCollectionFailure(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
  failure: ApiFailure,
): Promise<StepResult> {
  const { readings } = context.repositories;
  switch (failure.kind) {
    case 'scope-missing':
      return leave(context, list, { kind: 'scope-missing' });
    case 'forbidden':
    case 'not-found':
      // Audiobooks exist in some countries only (facts §2).
      return leaveRefused(
        context,
        list,
        list.kind === 'saved-audiobooks' ? 'not-offered' : 'refused',
      );
    case 'unexpected':
      return leaveRefused(context, list, 'refused');
    case 'unreadable':
    case 'server':
      if (failure.kind === 'unreadable' && failure.isJson === true) {
        return leaveRefused(context, list, 'refused');
      }
      // Nothing on the way answers as Spotify would, so the next list would fare no better.
      readings.countTry(list.id);
      return reading.tries + 1 < TRIES
        ? { kind: 'stopped', failure }
        : leaveRefused(context, list, 'refused');
    default:
      return { kind: 'stopped', failure };
  }
}

function leaveRefused(
  context: PassContext,
  list: StoredList,
  kind: 'refused' | 'not-offered',
): Promise<StepResult> {
  return leave(context, list, { kind, isAgain: list.contents === kind });
}

async function leave(
  context: PassContext,
  list: StoredList,
  trouble: ReadingTrouble,
): Promise<StepResult> {
  context.logger.info('A collection could not be read.', { kind: list.kind, why: trouble.kind });
  leaveUnread(context, list, trouble);
  await dropStaged(context, list.id);
  return STEP_DONE;
}

/** The list stays as it is known, and by itself is not tried again for a while. */
export function leaveUnread(
  { clock, repositories }: PassContext,
  list: StoredList,
  trouble: ReadingTrouble,
): void {
  const { database, lists, readings } = repositories;
  database.transaction(() => {
    lists.writeAccess(list, accessAfter(list.contents, trouble));
    lists.writeRetryAt(list.id, clock.nowMs() + waitAfterTrouble(trouble));
    readings.startAgain(list.id, 'left');
  });
}

function accessAfter(known: ContentsAccess, trouble: ReadingTrouble): ContentsAccess {
  return trouble.kind === 'never-whole' ? known : trouble.kind;
}

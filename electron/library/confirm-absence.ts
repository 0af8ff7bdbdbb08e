import type { ApiFailure } from '../spotify/api-failure.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StoredReading } from '../storage/readings.ts';
import { isLargeLoss } from './large-loss.ts';
import { ask, type PassContext, type StepResult } from './pass-context.ts';
import { TRIES } from './tries.ts';

/** As many URIs as one request can ask about (facts §2). */
const URIS_A_REQUEST = 40;
/** A reading that left out rows in error left out many: a sample of the absent ones shows it. */
const MOST_REQUESTS = 3;

type Absence = 'confirmed' | 'still-there' | Exclude<StepResult, { kind: 'done' }>;

/**
 * Whether what is missing from the staged rows is really gone from the collection, asked by name.
 * Where Spotify does not answer that question, the count of the rows has to do.
 */
export async function confirmAbsence(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
): Promise<Absence> {
  const { entries, staging } = context.repositories;
  const absent = entries.absentUris(list.id).slice(0, MOST_REQUESTS * URIS_A_REQUEST);
  // What is shown as a gap is still there, under no name.
  let mayBeThere = staging.countGaps(list.id);
  for (let start = 0; start < absent.length; start += URIS_A_REQUEST) {
    const uris = absent.slice(start, start + URIS_A_REQUEST);
    const asked = await ask(context, (options) => context.api.libraryContains(uris, options));
    if (asked.kind === 'cancelled') {
      return asked;
    }
    if (asked.kind === 'failed') {
      return settle(context, reading, asked.failure);
    }
    mayBeThere -= asked.value.filter(Boolean).length;
    if (mayBeThere < 0) {
      return 'still-there';
    }
  }
  return 'confirmed';
}

/**
 * The same where the staged rows lack most of what was known: one answer that is whole by what it says
 * may still be empty in error. A smaller loss is believed.
 */
export async function confirmLargeLoss(
  context: PassContext,
  list: StoredList,
  reading: StoredReading,
): Promise<Absence> {
  const now = context.repositories.staging.bounds(list.id).count;
  return isLargeLoss({ before: list.rowCount, now })
    ? await confirmAbsence(context, list, reading)
    : 'confirmed';
}

function settle(
  { repositories }: PassContext,
  reading: StoredReading,
  failure: ApiFailure,
): Absence {
  switch (failure.kind) {
    case 'scope-missing':
    case 'forbidden':
    case 'not-found':
    case 'unexpected':
      return 'confirmed';
    case 'unreadable':
    case 'server':
      repositories.readings.countTry(reading.listId);
      return reading.tries + 1 < TRIES ? { kind: 'stopped', failure } : 'still-there';
    default:
      return { kind: 'stopped', failure };
  }
}

import { FIRST_SCHEMA } from './0001-first-schema.ts';
import { LEDGER_THAT_NO_CLOCK_EMPTIES } from './0002-ledger-that-no-clock-empties.ts';
import { ALL_COLLECTIONS } from './0003-all-collections.ts';
import { READABLE_HISTORY } from './0004-readable-history.ts';
import { SEARCH } from './0005-search.ts';
import { WHAT_THE_USER_SEES } from './0006-what-the-user-sees.ts';
import { WHAT_WAS_TOLD } from './0007-what-was-told.ts';

/** Steps of the schema, oldest first; step n leads to `user_version` n. Never edit a released one. */
export const MIGRATIONS: readonly string[] = [
  FIRST_SCHEMA,
  LEDGER_THAT_NO_CLOCK_EMPTIES,
  ALL_COLLECTIONS,
  READABLE_HISTORY,
  SEARCH,
  WHAT_THE_USER_SEES,
  WHAT_WAS_TOLD,
];

import { FIRST_SCHEMA } from './0001-first-schema.ts';

/** Steps of the schema, oldest first; step n leads to `user_version` n. Never edit a released one. */
export const MIGRATIONS: readonly string[] = [FIRST_SCHEMA];

import { Accounts } from './accounts.ts';
import { Changes } from './changes.ts';
import { Entries } from './entries.ts';
import { Items } from './items.ts';
import { Lists } from './lists.ts';
import { Passes } from './passes.ts';
import { Readings } from './readings.ts';
import { Rotations } from './rotations.ts';
import type { Database } from './sqlite.ts';
import { Staging } from './staging.ts';

/** The tables of one database file, each behind the object that knows its SQL. */
export interface Repositories {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly lists: Lists;
  readonly items: Items;
  readonly entries: Entries;
  readonly passes: Passes;
  readonly readings: Readings;
  readonly staging: Staging;
  readonly rotations: Rotations;
  readonly changes: Changes;
}

export function createRepositories(database: Database): Repositories {
  return {
    database,
    accounts: new Accounts(database),
    lists: new Lists(database),
    items: new Items(database),
    entries: new Entries(database),
    passes: new Passes(database),
    readings: new Readings(database),
    staging: new Staging(database),
    rotations: new Rotations(database),
    changes: new Changes(database),
  };
}

import type { Profile } from '../spotify/catalogue.ts';
import type { StoredAccount } from '../storage/accounts.ts';
import { COLLECTIONS } from './collections.ts';
import { confirmContents } from './confirm-contents.ts';
import { discardUnfinished } from './discard-unfinished.ts';
import { ask, type PassContext, STEP_DONE, type StepResult } from './pass-context.ts';
import { readCollection } from './read-collection.ts';
import { readContents } from './read-contents.ts';
import { readPlaylistsList } from './read-playlists-list.ts';
import { rotate } from './rotate.ts';

export type PassEnd =
  | {
      readonly kind: 'done';
      readonly items: number;
      readonly requests: number;
      readonly changes: number;
    }
  | Exclude<StepResult, { kind: 'done' }>;

/** A few milliseconds of work. */
const ROWS_A_PIECE = 1_000;

/**
 * Runs a pass from where it stands to its end, or to the first failure that concerns every request.
 * Where it stands is in the database, so that it goes on after an end at any moment.
 */
export async function runPass(context: PassContext): Promise<PassEnd> {
  const { repositories, account, clock } = context;
  const { passes, readings, accounts, database } = repositories;
  await discardUnfinished(context);
  for (;;) {
    const pass = passes.find(account.id);
    if (pass === null) {
      throw new Error('A pass ran that was never begun.');
    }
    if (pass.stage === 'confirmation' && readings.countUnfinished(account.id) === 0) {
      await dropLeftStaged(context);
      database.transaction(() => {
        accounts.writeCheckEnd(account.id, clock.nowMs());
        readings.deleteAll(account.id);
        passes.end(account.id);
      });
      return {
        kind: 'done',
        items: pass.itemsDone,
        requests: pass.requests,
        changes: pass.changes,
      };
    }
    const step = await STEPS[pass.stage](context);
    if (step.kind !== 'done') {
      return step;
    }
  }
}

/** Throws away, in small pieces, what is staged of lists that were given up. */
async function dropLeftStaged(context: PassContext): Promise<void> {
  const { account, repositories, yieldToEventLoop } = context;
  while (repositories.staging.dropAny(account.id, ROWS_A_PIECE) === ROWS_A_PIECE) {
    await yieldToEventLoop();
  }
}

const STEPS = {
  playlists: readPlaylistsList,
  rotation: rotate,
  collections: async (context: PassContext): Promise<StepResult> => {
    for (const collection of COLLECTIONS) {
      const step = await readCollection(context, collection);
      if (step.kind !== 'done') {
        return step;
      }
    }
    context.repositories.passes.writeStage(context.account.id, 'contents');
    return STEP_DONE;
  },
  contents: async (context: PassContext): Promise<StepResult> => {
    const step = await readContents(context);
    if (step.kind === 'done') {
      context.repositories.passes.writeStage(context.account.id, 'confirmation');
    }
    return step;
  },
  confirmation: async (context: PassContext): Promise<StepResult> => {
    const step = await confirmContents(context);
    // A list that moved before it was confirmed is read once more.
    return step.kind === 'done' ? readContents(context) : step;
  },
};

/**
 * Asks Spotify once whose library this is, so that what is read is never written under another
 * account's name.
 */
export async function verifyAccount(
  context: PassContext,
): Promise<StepResult | { readonly kind: 'other-account' }> {
  const asked = await ask(context, (options) => context.api.profile(options));
  if (asked.kind !== 'ok') {
    return asked.kind === 'cancelled' ? asked : { kind: 'stopped', failure: asked.failure };
  }
  if (!isSameAccount(context.account, asked.value)) {
    return { kind: 'other-account' };
  }
  context.repositories.accounts.writeProfile(context.account.id, asked.value);
  return STEP_DONE;
}

function isSameAccount(account: StoredAccount, profile: Profile): boolean {
  return account.key === profile.accountKey;
}

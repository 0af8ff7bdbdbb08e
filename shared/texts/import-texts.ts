import type { ImportRefusal } from '../ipc-contract.ts';

/** Why a token file of another program was not taken over, and what to do. */
export function describeImportRefusal(reason: ImportRefusal): string {
  return REFUSALS[reason];
}

const REFUSALS: Readonly<Record<ImportRefusal, string>> = {
  'not-found': 'This file is not there, or may not be read. Choose it once more.',
  'too-large': 'This file is far too large. The one that is meant is a few lines long.',
  'not-json': 'This file cannot be read as such. Choose the one that the other program wrote.',
  'not-a-token-file':
    'This file is from something else. Spotipy calls it “.cache” or “.cache-” with a name.',
  'no-token': 'There is nothing to sign in with in this file. Sign in with your browser.',
  expired: 'What this file holds has ended, and it cannot be renewed. Sign in with your browser.',
};

import { setImmediate } from 'node:timers/promises';
import { AccountDeletion } from '../../../../../../electron/library/history/account-deletion.ts';
import { Accounts } from '../../../../../../electron/storage/accounts.ts';
import { silentLogger } from '../../../../../../shared/logger.ts';
import { openedDatabase } from '../../../../../harness/opened-database.ts';

// Deletes the account whose key is the second argument, and says so before each piece.
const [, , path = '', key = ''] = process.argv;
const database = openedDatabase(path);
const deletion = new AccountDeletion({
  database,
  logger: silentLogger,
  yieldToEventLoop: async () => {
    process.send?.('piece');
    await setImmediate();
  },
});
const account = new Accounts(database).find(key);
if (account !== null) {
  await deletion.delete(account.id);
}
process.disconnect();

import { ProxyPassword } from '../../../../electron/proxy-password.ts';
import { loadSystemKeychain } from '../../../../electron/session/keychain.ts';
import { Secret } from '../../../../electron/session/secret.ts';

// Does the steps of its arguments with the keychain of its environment: `read`, `delete`, anything
// else is a password to write. Its parent gets the answers.
const ANN = { address: 'http://proxy.example:3128', user: 'ann' };
const passwords = new ProxyPassword(loadSystemKeychain);
const answers: string[] = [];
for (const step of process.argv.slice(2)) {
  if (step === 'read') {
    const read = await passwords.read(ANN);
    answers.push(read.kind === 'found' ? read.password.reveal() : read.kind);
  } else if (step === 'delete') {
    answers.push(await passwords.delete());
  } else {
    answers.push(await passwords.write(ANN, new Secret(step)));
  }
}
process.send?.(answers);

import { assertNever } from '../assert-never.ts';
import type { IpcContract } from '../ipc-contract.ts';
import type { IpcAnswer } from '../ipc-derived.ts';
import { describeInternalFailure } from './answer-texts.ts';
import { describeImportRefusal } from './import-texts.ts';
import { signInWaysTexts } from './sign-in-ways-texts.ts';
import { welcomeTexts } from './welcome-texts.ts';

type Commands = IpcContract['session']['commands'];
type SignInResult = Commands['signIn']['result']['_output'];
type ImportResult = Commands['importTokens']['result']['_output'];

/** Why a sign-in did not even start; empty where it did, or where the user chose no file. */
export function describeSignInAnswer(answer: IpcAnswer<SignInResult | ImportResult>): string {
  if (!answer.ok) return describeInternalFailure(answer.error);
  const { value } = answer;
  switch (value.kind) {
    case 'started':
    case 'no-file-chosen':
      return '';
    case 'client-id-invalid':
      return welcomeTexts.answers.clientIdInvalid;
    case 'secret-invalid':
      return signInWaysTexts.answers.secretInvalid;
    case 'token-invalid':
      return signInWaysTexts.answers.tokenInvalid;
    case 'already-running':
      return signInWaysTexts.answers.alreadyRunning;
    case 'refused':
      return describeImportRefusal(value.reason);
    default:
      return assertNever(value);
  }
}

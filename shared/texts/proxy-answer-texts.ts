import type { IpcAnswer } from '../ipc-derived.ts';
import type { ProxyAnswer } from '../proxy-setting.ts';
import { describeInternalFailure } from './answer-texts.ts';
import { describeProxyProblem } from './proxy-fault-texts.ts';
import { settingsTexts } from './settings-texts.ts';

/** What is to be said after setting the proxy; null where it holds and nothing is to be said. */
export function describeProxyAnswer(answer: IpcAnswer<ProxyAnswer>): string | null {
  if (!answer.ok) return describeInternalFailure(answer.error);
  const { value } = answer;
  switch (value.kind) {
    case 'done':
      return null;
    case 'invalid':
      return value.problems.map(describeProxyProblem).join(' ');
    case 'keychain-failed':
      return 'Your keychain did not take the password, so nothing was changed. Unlock it, then save again.';
    case 'left-behind':
      return 'The proxy is set, but the former password could not be deleted from your keychain.';
    case 'not-written':
      return settingsTexts.problems.notWritten;
  }
}

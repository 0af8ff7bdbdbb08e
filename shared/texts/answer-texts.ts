import type { IpcContract } from '../ipc-contract.ts';
import type { InternalFailure, IpcAnswer } from '../ipc-derived.ts';
import type { TextFormat } from './text-format.ts';
import { untilPhrase } from './time-phrases.ts';
import { type Wait, waitSentence } from './wait-texts.ts';

type Result<C> = C extends { result: { _output: infer R } } ? R : never;
type CheckNowResult = Result<IpcContract['library']['commands']['checkNow']>;

/** Something unexpected went wrong in the main process. */
export function describeInternalFailure(failure: InternalFailure): string {
  return `That did not work. The log has the details under ${failure.id}.`;
}

/** What came of "Check now". `wait` is what checking waits for; null where that is not known. */
export function describeCheckNow(
  answer: IpcAnswer<CheckNowResult>,
  wait: Wait | null,
  nowMs: number,
  format: TextFormat = {},
): string {
  if (!answer.ok) return describeInternalFailure(answer.error);
  switch (answer.value.kind) {
    case 'started':
      return 'Checking now.';
    case 'already-running':
      return 'A check is already running.';
    case 'not-now':
      if (wait !== null) return `Not now. ${waitSentence(wait, nowMs, format)}.`;
      return answer.value.untilMs === null
        ? 'Not possible right now.'
        : `Not now: waiting ${untilPhrase(answer.value.untilMs, nowMs, format)}.`;
  }
}

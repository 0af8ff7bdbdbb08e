import type { IpcContract } from '../ipc-contract.ts';
import type { InternalFailure, IpcAnswer } from '../ipc-derived.ts';
import type { TextFormat } from './text-format.ts';
import { untilPhrase } from './time-phrases.ts';

type Result<C> = C extends { result: { _output: infer R } } ? R : never;
type CheckNowResult = Result<IpcContract['library']['commands']['checkNow']>;

/** Something unexpected went wrong in the main process. */
export function describeInternalFailure(failure: InternalFailure): string {
  return `That did not work. The log has the details under ${failure.id}.`;
}

/** What came of "Check now". */
export function describeCheckNow(
  answer: IpcAnswer<CheckNowResult>,
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
      return answer.value.untilMs === null
        ? 'Not possible right now.'
        : `Not now: waiting ${untilPhrase(answer.value.untilMs, nowMs, format)}.`;
  }
}

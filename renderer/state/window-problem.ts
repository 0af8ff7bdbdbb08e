import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import {
  PROBLEM_FRAMES,
  PROBLEM_MESSAGES,
  PROBLEM_NAME,
  STACK_FRAME,
} from '../../shared/problem-forms.ts';
import type { WindowProblem } from '../../shared/window-problem.ts';

/**
 * What of a fault may stand in a log: its kind and where in the program it is. Its message is left
 * out unless it is one of the engine's own, since it could repeat what was on screen.
 */
export function windowProblem(kind: WindowProblem['kind'], thrown: unknown): WindowProblem {
  if (!(thrown instanceof Error)) return { kind, name: 'unknown', message: null, frames: [] };
  const { name, message, stack } = thrown;
  // React goes on with an address that repeats its arguments.
  const words = message.split(';')[0] ?? '';
  const isKnown = PROBLEM_MESSAGES.some((form) => form.test(words));
  return {
    kind,
    name: PROBLEM_NAME.test(name) ? name : 'Error',
    message: isKnown ? words : null,
    frames: framesOf(withoutMessage(stack ?? '', message)),
  };
}

/** The message stands above the frames, and may itself be written like some. */
function withoutMessage(stack: string, message: string): string {
  const start = stack.indexOf(message);
  return start === -1 ? stack : stack.slice(start + message.length);
}

function framesOf(stack: string): string[] {
  const frames: string[] = [];
  for (const line of stack.split('\n')) {
    const [, name, file, bareFile] =
      /^ {4}at (?:(?:async |new )?(\S+) \((?:.*\/)?([^/()]+)\)|(?:.*\/)?([^/()]+))$/.exec(line) ??
      [];
    const place = (file ?? bareFile ?? '').replace(/\?[^:]*/, '');
    const frame = name === undefined ? `(${place})` : `${name} (${place})`;
    if (STACK_FRAME.test(frame)) frames.push(frame);
  }
  return frames.slice(0, PROBLEM_FRAMES);
}

/** Reports what goes wrong in the window and is caught nowhere. */
export function reportProblems(api: Pick<CratewatchApi, 'app'>): void {
  const report = (kind: WindowProblem['kind'], thrown: unknown): void => {
    void api.app.reportProblem(windowProblem(kind, thrown));
  };
  window.addEventListener('error', ({ error }) => {
    // Without an error it is a notice of the browser, that a box was measured late for instance.
    if (error instanceof Error) report('error', error);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => report('rejection', reason));
}

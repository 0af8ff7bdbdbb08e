import type { MessageBoxOptions } from 'electron';
import type { Logger } from '../../shared/logger.ts';
import { crashTexts } from '../../shared/texts/crash-texts.ts';

/** The part of a window that tells whether its page answers. */
interface Answering {
  on(event: 'unresponsive' | 'responsive' | 'closed', listener: () => void): unknown;
}

export interface HungWindowParts {
  readonly ask: (options: MessageBoxOptions) => Promise<{ readonly response: number }>;
  readonly openAnew: () => void;
  readonly logger: Logger;
}

const WAIT = 0;
const OPEN_ANEW = 1;

/** Asks what to do about a window that does not answer; takes the question back when it does. */
export function watchForHanging(window: Answering, parts: HungWindowParts): void {
  const { ask, openAnew, logger } = parts;
  const { title, body, wait, openAnew: openText } = crashTexts.windowHangs;
  let question: AbortController | null = null;
  const takeBack = (): void => {
    question?.abort();
    question = null;
  };
  window.on('unresponsive', () => {
    if (question !== null) return;
    logger.warn('The window does not answer');
    const asked = new AbortController();
    question = asked;
    ask({
      type: 'question',
      title: 'Cratewatch',
      message: title,
      detail: body,
      buttons: [wait, openText],
      defaultId: WAIT,
      cancelId: WAIT,
      signal: asked.signal,
    })
      .then(({ response }) => {
        const isStillAsked = question === asked;
        if (isStillAsked) question = null;
        if (isStillAsked && response === OPEN_ANEW) {
          logger.info('The window is opened anew');
          openAnew();
        }
      })
      .catch((error: unknown) => {
        question = null;
        logger.warn('Nobody could be asked about the window', { reason: String(error) });
      });
  });
  window.on('responsive', takeBack);
  window.on('closed', takeBack);
}

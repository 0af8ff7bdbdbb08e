import { EventEmitter } from 'node:events';
import type { MessageBoxOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { watchForHanging } from '../../../../electron/desktop/hung-window.ts';
import { silentLogger } from '../../../../shared/logger.ts';

function hanging() {
  const window = new EventEmitter();
  const questions: { options: MessageBoxOptions; answer: (response: number) => void }[] = [];
  let opened = 0;
  watchForHanging(window, {
    ask: (options) =>
      new Promise((resolve) => {
        questions.push({ options, answer: (response) => resolve({ response }) });
        options.signal?.addEventListener('abort', () => resolve({ response: 0 }));
      }),
    openAnew: () => {
      opened += 1;
    },
    logger: silentLogger,
  });
  return { window, questions, opened: () => opened };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a window that does not answer', () => {
  it('is asked about once, and waiting is what Enter and Escape do', () => {
    const { window, questions } = hanging();
    window.emit('unresponsive');
    window.emit('unresponsive');
    expect(questions).toHaveLength(1);
    expect(questions[0]?.options).toMatchObject({
      message: 'The window does not answer',
      buttons: ['Wait', 'Open it anew'],
      defaultId: 0,
      cancelId: 0,
    });
  });

  it('is opened anew where the user wants that', async () => {
    const { window, questions, opened } = hanging();
    window.emit('unresponsive');
    questions[0]?.answer(1);
    await settled();
    expect(opened()).toBe(1);
  });

  it('is left alone where the user waits, and asked about again the next time', async () => {
    const { window, questions, opened } = hanging();
    window.emit('unresponsive');
    questions[0]?.answer(0);
    await settled();
    window.emit('unresponsive');
    expect(opened()).toBe(0);
    expect(questions).toHaveLength(2);
  });

  it.each(['responsive', 'closed'])('is no longer asked about when it is %s', async (event) => {
    const { window, questions, opened } = hanging();
    window.emit('unresponsive');
    window.emit(event);
    expect(questions[0]?.options.signal?.aborted).toBe(true);
    questions[0]?.answer(1);
    await settled();
    expect(opened()).toBe(0);
  });
});

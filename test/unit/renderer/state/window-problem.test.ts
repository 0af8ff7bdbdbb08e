import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { windowProblem } from '../../../../renderer/state/window-problem.ts';
import { windowProblemSchema } from '../../../../shared/window-problem.ts';

function failing(error: Error, stack: string): Error {
  error.stack = stack;
  return error;
}

const STACK = `TypeError: x
    at drawRow (app://cratewatch/assets/index-CX3d.js?v=1:1:2345)
    at new FeedList (app://cratewatch/assets/index-CX3d.js:2:17)
    at app://cratewatch/assets/index-CX3d.js:3:9
    at async Promise.all (index 0)`;

describe('a fault of the window', () => {
  it('is told by where it happened', () => {
    const error = failing(new TypeError('draw is not a function'), STACK);
    expect(windowProblem('error', error)).toEqual({
      kind: 'error',
      name: 'TypeError',
      message: 'draw is not a function',
      frames: [
        'drawRow (index-CX3d.js:1:2345)',
        'FeedList (index-CX3d.js:2:17)',
        '(index-CX3d.js:3:9)',
      ],
    });
  });

  test.each([
    ["Cannot read properties of undefined (reading 'rows')", true],
    ['Maximum call stack size exceeded', true],
    ['No such playlist: Songs for Mother', false],
    [`Unexpected token 'S', "Songs for Mother" is not valid JSON`, false],
    ["Cannot read properties of undefined (reading 'Songs for Mother')", false],
  ])('has the words %j: %s', (message, isTold) => {
    expect(windowProblem('error', new TypeError(message)).message).toBe(isTold ? message : null);
  });

  it('has React’s number, without the address that repeats what was drawn', () => {
    const error = new Error(
      'Minified React error #31; visit https://react.dev/errors/31?args[]=Mother for the full message',
    );
    expect(windowProblem('error', error).message).toBe('Minified React error #31');
  });

  it('is not told by a title that is written like a place in the program', () => {
    const message = 'No such song: Song\n    at Mother (home.js:1:2)';
    const error = failing(new Error(message), `Error: ${message}\n    at draw (a.js:3:4)`);
    expect(windowProblem('error', error).frames).toEqual(['draw (a.js:3:4)']);
  });

  it('that is no error at all tells nothing', () => {
    expect(windowProblem('rejection', 'Songs for Mother')).toEqual({
      kind: 'rejection',
      name: 'unknown',
      message: null,
      frames: [],
    });
  });

  it('never repeats a title, whatever that looks like, and is always taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (title, name) => {
        const error = new Error(`Songs for Mother ${title}`);
        error.name = name;
        error.stack = `Error: Songs for Mother ${title}\n    at Songs for Mother (${title})\n${STACK}`;
        const problem = windowProblem('error', error);
        expect(windowProblemSchema.safeParse(problem).success).toBe(true);
        expect(JSON.stringify(problem)).not.toContain('Mother');
      }),
    );
  });
});

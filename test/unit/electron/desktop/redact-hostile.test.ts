import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

/** A megabyte; what took the square of its length would take hours. */
const LENGTH = 1_048_576;
const LIMIT_MS = 60_000;

const REDACT = new URL('../../../../electron/desktop/redact.ts', import.meta.url).href;
const RUN = `
  const { workerData, parentPort } = require('node:worker_threads');
  import(workerData.module).then(({ redact }) => {
    for (const piece of workerData.pieces) {
      parentPort.postMessage({ begins: piece });
      redact(piece.repeat(Math.ceil(workerData.length / piece.length)));
    }
    parentPort.postMessage('done');
  });
`;

const PIECES = [
  '\\',
  '\\\\n',
  '%25',
  '%2525',
  '%40',
  '@',
  'a@',
  '@1.',
  '@a.b',
  'a.a@a\n',
  '"',
  '\\"',
  'token="',
  "token='\\",
  'token=%22',
  'password: ',
  'cookie:',
  '://',
  '%3A%2F%2F',
  'https://a:',
  'x',
  'Xy7',
  '/',
  'a/',
  './',
  '-',
  '\n',
  ' \n',
  '\r\n\t',
  '[hidden]',
  '[hidden]\n',
  'code=',
  '?code=A',
  'Bearer ',
  '1',
  'é',
];

/** In a thread of its own: a pattern that never ends could be stopped by nothing else. */
it('ends on a megabyte of anything that is meant to hold it up', {
  timeout: LIMIT_MS + 30_000,
}, async () => {
  const workerData = { module: REDACT, pieces: PIECES, length: LENGTH };
  const worker = new Worker(RUN, { eval: true, workerData });
  let last: unknown = 'nothing yet';
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('message', (told: unknown) => {
        last = told;
        if (told === 'done') resolve();
      });
      setTimeout(resolve, LIMIT_MS).unref();
    });
  } finally {
    await worker.terminate();
  }
  expect(last).toBe('done');
});

import { expect, it } from 'vitest';
import { DeferredLogger } from '../../../../electron/desktop/deferred-logger.ts';
import type { Logger } from '../../../../shared/logger.ts';

function recorder(lines: string[]): Logger {
  const at = (level: string) => (message: string) => {
    lines.push(`${level} ${message}`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

it('keeps what is logged before there is a log, and then passes everything on in order', () => {
  const logger = new DeferredLogger();
  const lines: string[] = [];
  logger.info('first');
  logger.error('second');
  logger.attach(recorder(lines));
  logger.warn('third');
  logger.debug('fourth');
  expect(lines).toEqual(['info first', 'error second', 'warn third', 'debug fourth']);
});

it('keeps 500 lines at most', () => {
  const logger = new DeferredLogger();
  const lines: string[] = [];
  for (let line = 0; line < 600; line += 1) {
    logger.info(String(line));
  }
  logger.attach(recorder(lines));
  expect(lines).toHaveLength(500);
});

import type { Logger } from '../../../shared/logger.ts';
import type { ApiResult } from '../api-failure.ts';
import type { PlaylistWithItems } from '../catalogue.ts';

type WithRows = { readonly dropped: number } | PlaylistWithItems;

/**
 * Puts into the log how many rows of an answer could not be understood, and in which list. Whoever
 * reads the page must not take it for whole; the log is where the cause can be found.
 */
export function noteDropped(logger: Logger) {
  return async <P extends WithRows>(
    list: string,
    reading: Promise<ApiResult<P>>,
  ): Promise<ApiResult<P>> => {
    const result = await reading;
    if (result.kind === 'ok') {
      const { dropped } = 'firstPage' in result.value ? result.value.firstPage : result.value;
      if (dropped > 0) {
        logger.warn('Some rows of an answer could not be understood.', { list, dropped });
      }
    }
    return result;
  };
}

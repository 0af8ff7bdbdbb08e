import type { FaultAction } from '../../../electron/sample-service/faults/fault.ts';
import type { SampleService } from '../../../electron/sample-service/sample-service.ts';
import type { Trouble } from './messages.ts';

/** How long the service asks to be left alone with its 429. */
export const BLOCK_SECONDS = 2;

/** What goes wrong, as the service does it. */
export function faultOf(kind: Trouble['kind'], service: SampleService): FaultAction {
  switch (kind) {
    case 'rate-limit':
      return { kind: 'rate-limit', retryAfterSeconds: BLOCK_SECONDS };
    case 'html-502':
      return { kind: 'html', status: 502 };
    case 'expired-token':
      // The token of the request itself is refused too: it is looked at afterwards.
      return { kind: 'call', run: () => service.revokeAccessTokens() };
  }
}

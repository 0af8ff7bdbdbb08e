import { offlineCauseSchema, signInReasonSchema } from '../../../shared/session-state.ts';
import type { Shot } from './shot.ts';

const STATES = [
  ...offlineCauseSchema.options.map((cause) => `offline-${cause}`),
  ...signInReasonSchema.options.map((reason) => `needed-${reason}`),
  'waiting-rate-limited',
  'waiting-service-trouble',
  'waiting-other-instance',
  'refreshing',
  'keychain-locked',
  'keychain-restarted',
  'file-trouble',
  'service-trouble',
  'premium-lapsed',
  'scope-missing',
  'not-allow-listed',
  'disk-full',
  'storage-failed',
  'requests-rate-limited',
  'requests-quota',
];

/** Overview under everything that can stand in the way. */
export const troubleShots: readonly Shot[] = [
  ...STATES.map((state) => ({ name: `overview-${state}`, query: `page=overview&state=${state}` })),
  ...[
    'refused-by-user',
    'ports-busy',
    'browser-not-opened',
    'code-not-accepted',
    'client-not-accepted',
    'service-unreachable',
    'service-unreadable',
    'keychain-failed',
    'file-failed',
    'token-not-accepted',
    'other-account',
  ].map((kind) => ({ name: `welcome-${kind}`, query: `state=failed-${kind}` })),
];

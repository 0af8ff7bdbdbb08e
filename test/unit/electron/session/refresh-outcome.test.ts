import { expect, test } from 'vitest';
import { outcomeOfEnd, outcomeOfTrouble } from '../../../../electron/session/refresh-outcome.ts';
import type { RefreshTrouble } from '../../../../electron/session/session-model.ts';
import type { RefreshOutcome } from '../../../../shared/connection.ts';
import type { SignInReason } from '../../../../shared/session-state.ts';
import { EVERY_REASON, EVERY_REFRESH_TROUBLE } from './harness/every-model.ts';

const TROUBLES: Record<RefreshTrouble, RefreshOutcome> = {
  'no-network': 'offline',
  unreachable: 'offline',
  'guest-network': 'offline',
  untrusted: 'offline',
  'certificate-date': 'offline',
  'certificate-name': 'offline',
  'proxy-login': 'offline',
  'proxy-unreachable': 'offline',
  'proxy-refused': 'offline',
  'proxy-unusable': 'offline',
  'rate-limited': 'rate-limited',
  'service-trouble': 'service-trouble',
  'other-instance': 'other-instance',
};
const ENDS: Record<SignInReason, RefreshOutcome> = {
  expired: 'expired',
  refused: 'refused',
  'client-invalid': 'client-invalid',
  'token-ended': 'refused',
  'not-kept': 'refused',
};

test.each(EVERY_REFRESH_TROUBLE)('a refresh that waits for %s is written down', (trouble) => {
  expect(outcomeOfTrouble(trouble)).toBe(TROUBLES[trouble]);
});

test.each(EVERY_REASON)('a refresh that ended a session as %s is written down', (reason) => {
  expect(outcomeOfEnd(reason)).toBe(ENDS[reason]);
});

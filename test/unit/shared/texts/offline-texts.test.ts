import { expect, it } from 'vitest';
import { offlineCauseSchema } from '../../../../shared/session-state.ts';
import { settingFor } from '../../../../shared/texts/offline-texts.ts';
import { describeService } from '../../../../shared/texts/service-texts.ts';
import { describeSession } from '../../../../shared/texts/session-texts.ts';
import { FORMAT, LATER_MS, NOW_MS } from './every-state.ts';

it.each(offlineCauseSchema.options)(
  '%s leads to the proxy’s settings only if it is one',
  (cause) => {
    const expected = cause.startsWith('proxy-') ? 'proxy' : undefined;
    expect(settingFor(cause).setting).toBe(expected);
    const session = describeSession(
      { kind: 'offline', cause, nextTryAtMs: LATER_MS },
      NOW_MS,
      FORMAT,
    );
    const service = describeService({ kind: 'offline', cause }, NOW_MS, FORMAT);
    for (const sentence of [session, service]) {
      expect(sentence?.setting).toBe(expected);
      // The way that was there before is not lost.
      expect(sentence?.action).toBe('retry');
    }
  },
);

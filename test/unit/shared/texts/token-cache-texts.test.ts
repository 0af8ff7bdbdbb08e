import { describe, expect, it } from 'vitest';
import { cacheTestSchema } from '../../../../shared/connection.ts';
import { tokenCacheKindSchema } from '../../../../shared/session-settings.ts';
import { CACHE_MEANINGS, describeCacheTest } from '../../../../shared/texts/token-cache-texts.ts';
import { FORMAT, NOW_MS } from './every-state.ts';
import { complaintsAboutSentences } from './plain-words.ts';

const KINDS = tokenCacheKindSchema.options;
const CAUSES = cacheTestSchema.options[2].shape.cause.options;

describe('the place of the sign-in', () => {
  it.each(KINDS)('%s: its meaning is a plain sentence', (kind) => {
    expect(complaintsAboutSentences(CACHE_MEANINGS[kind])).toEqual([]);
  });

  it('is told as tested with the time', () => {
    expect(describeCacheTest({ kind: 'ok', atMs: NOW_MS }, 'keychain', NOW_MS, FORMAT)).toEqual({
      tone: 'good',
      text: 'Tested at 12:00: written, read and deleted.',
    });
    expect(describeCacheTest({ kind: 'not-yet' }, 'file', NOW_MS, FORMAT).tone).toBe('waiting');
  });

  it.each(KINDS.flatMap((kind) => CAUSES.map((cause) => [kind, cause] as const)))(
    '%s that is “%s”: what to do stands there',
    (kind, cause) => {
      const test = { kind: 'failed', atMs: NOW_MS, cause } as const;
      const { tone, text } = describeCacheTest(test, kind, NOW_MS, FORMAT);
      expect(tone).toBe('attention');
      expect(text).toMatch(/^Tested at 12:00: .+\. .+\.$|restart of its own\.$/);
      expect(complaintsAboutSentences(text)).toEqual([]);
    },
  );
});

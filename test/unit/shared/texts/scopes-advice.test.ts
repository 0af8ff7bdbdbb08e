import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWN_SCOPES, READING_SCOPES } from '../../../../shared/scopes.ts';
import { sessionSettingsSchema } from '../../../../shared/session-settings.ts';
import { acceptedValue } from '../../../../shared/texts/advice.ts';
import { adviseOnScopes, whatStopsWithout } from '../../../../shared/texts/scopes-advice.ts';
import { complaintsAboutAdvice, sentenceOf } from './advice-sentences.ts';

const schema = sessionSettingsSchema.shape.scopes;
const READING = READING_SCOPES.join(' ');

function without(...left: readonly string[]): string {
  return READING_SCOPES.filter((scope) => !left.includes(scope)).join(' ');
}

describe('advice on scopes', () => {
  it.each([
    ['', 'empty', /^$/],
    [' ,\n', 'empty', /^$/],
    [READING, 'valid', /^$/],
    [READING.replaceAll(' ', ', ').toUpperCase(), 'valid', /^$/],
    [`${READING} ${READING}`, 'valid', /^$/],
    [`${READING} user-libary-read`, 'wrong', /“user-libary-read”.*mean “user-library-read”/],
    [`${READING} playlist-modify-privat`, 'wrong', /mean “playlist-modify-private”/],
    [`${READING} everything`, 'wrong', /^Spotify has no permission “everything”\.$/],
    [`${READING} <script>`, 'wrong', /“<script>”/],
    [
      without('user-library-read'),
      'doubtful',
      /Liked Songs and all else that you saved are not watched/,
    ],
    [without('playlist-read-private'), 'doubtful', /private playlists are not watched/],
    [without('user-read-private'), 'doubtful', /unavailable/],
    [`${READING} playlist-modify-public`, 'doubtful', /does not need “playlist-modify-public”/],
    [
      `${without('user-library-read')} streaming user-top-read`,
      'doubtful',
      /Liked Songs.*does not need “streaming”, “user-top-read”/,
    ],
  ])('for “%s” is %s', (input, kind, text) => {
    const advice = adviseOnScopes(input);
    expect(advice.kind).toBe(kind);
    expect(sentenceOf(advice)).toMatch(text);
    expect(complaintsAboutAdvice(advice)).toEqual([]);
  });

  it('lets every list of known names through as the contract wants it, each name once', () => {
    const names = fc.array(fc.constantFrom(...KNOWN_SCOPES), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(names, (scopes) => {
        const value = acceptedValue(adviseOnScopes(scopes.join(' ')));
        expect(value).toEqual([...new Set(scopes)]);
        expect(schema.safeParse(value).success).toBe(true);
      }),
    );
  });

  it('never throws and lets nothing through that the contract refuses', () => {
    fc.assert(
      fc.property(fc.string(), (input) => {
        const value = acceptedValue(adviseOnScopes(input));
        if (value !== null) expect(schema.safeParse(value).success).toBe(true);
      }),
    );
  });

  it('says what stops for each scope that is used, and nothing for the others', () => {
    expect(whatStopsWithout(READING_SCOPES)).toHaveLength(READING_SCOPES.length);
    expect(whatStopsWithout(['streaming', 'user-library-read'])).toEqual([
      'Without “user-library-read”, Liked Songs and all else that you saved are not watched.',
    ]);
  });
});

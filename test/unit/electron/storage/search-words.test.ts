import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundQuery, indexedTerms } from '../../../../electron/storage/search-terms.ts';
import { isFound, typedWords, wordsOf } from '../../../../electron/storage/search-words.ts';

const finds = (name: string, typed: string) => isFound(wordsOf(name), typedWords(typed));

describe('a name', () => {
  it.each([
    ['Beyoncé', 'beyo'],
    ['Beyonce\u0301', 'BEYONCÉ'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['Straße', 'strasse'],
    ['Mötley Crüe', 'crue mot'],
    ['Don’t Stop', "don't st"],
    ['Don’t Stop', 'dont'],
    ['AC/DC', 'ac dc'],
    ['ﬁancé', 'fiance'],
    ['İstanbul', 'istanbul'],
    ['Sigur Rós', 'ros'],
    ['Żółw', 'zolw'],
    ['Ελλάς', 'ελλασ'],
    ['Ёлка', 'елка'],
    ['新東京タワー', '東京'],
    ['新東京タワー', 'たわー'],
    ['ガールズ', 'ガール'],
    ['사랑 노래', '노'],
    ['เพลงรัก', 'รัก'],
    ['👨‍👩‍👧 family ❤️', '❤'],
    ['👨‍👩‍👧 family ❤️', '👨‍👩‍👧'],
    ['!!!', '!!'],
    ['÷', '÷'],
    ['$uicideboy$', '$uicide'],
    ['Ｆｕｌｌ ｗｉｄｔｈ', 'full wi'],
    ['a\u202eb\u202c', 'ab'],
  ])('%j is found by %j', (name, typed) => {
    expect(finds(name, typed)).toBe(true);
  });

  it.each([
    ['Beyoncé', 'once'],
    ['AC/DC', 'ac ca'],
    ['か', 'が'],
    ['Love', '❤'],
    ['!!!', '?'],
  ])('%j is not found by %j', (name, typed) => {
    expect(finds(name, typed)).toBe(false);
  });

  it('is found by what it begins with, in any script', () => {
    const character = fc.constantFrom(...'aÉß東かガไ한9❤ -');
    fc.assert(
      fc.property(fc.array(character, { minLength: 1 }), fc.nat(20), (name, length) => {
        const typed = name.slice(0, length).join('');
        fc.pre(/[^ -]/.test(typed));
        expect(finds(name.join(''), typed)).toBe(true);
      }),
    );
  });
});

describe('what is typed', () => {
  it.each([
    ['nothing', ''],
    ['spaces', ' \t\n '],
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand words', 'ab '.repeat(10_000)],
    ['operators', '" OR * NEAR(a b) AND ^ - : ( ) { } + col:x'],
    ['half a character', '\ud83d'],
    ['a null character', 'a\u0000b'],
    ['punctuation alone', '"\'*()'],
    ['an apostrophe alone', "'"],
  ])('may be %s', (_, typed) => {
    const words = typedWords(typed);
    expect(words.length).toBeLessThanOrEqual(12);
    for (const word of words) {
      expect(word.length).toBeLessThanOrEqual(80);
    }
    // Every term stands in quotes and holds nothing that the tokenizer would cut it at.
    expect(foundQuery(typed) ?? '').toMatch(/^("[a-z0-9\u0080-\uffff]+"\* ?)*$/);
  });
});

it('what the index takes in are words that its tokenizer leaves as they are', () => {
  fc.assert(
    fc.property(
      fc.record({
        name: fc.string({ unit: 'binary' }),
        artists: fc.array(fc.string({ unit: 'binary' })),
        album: fc.option(fc.string({ unit: 'binary' })),
      }),
      (names) => {
        expect(indexedTerms(names)).toMatch(/^[a-z0-9\u0080-\uffff ]*$/);
      },
    ),
  );
});

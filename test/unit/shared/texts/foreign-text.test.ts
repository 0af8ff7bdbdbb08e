import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated, onOneLine, quoted, shortened } from '../../../../shared/texts/foreign-text.ts';

const PIECES = [
  'Night Bus',
  'שיר',
  'أغنية',
  '\u202E',
  '\u202D',
  '\u202C',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200F',
  '\u200D',
  '\u0301',
  '\u0000',
  '\uD83C',
  '\uDFB7',
  '🎷',
  '👩‍🎤',
  '<b>&amp;</b>',
  '\n',
  '\t',
  ' ',
  '\u3164',
];
/** What a name may hold at its worst. */
const names = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

/** How many isolates and overrides are still open at the end; throws nothing, counts only. */
function open(text: string): { isolates: number; embeddings: number; closedTooOften: boolean } {
  let isolates = 0;
  let embeddings = 0;
  let closedTooOften = false;
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) isolates += 1;
    if (/[\u202A\u202B\u202D\u202E]/.test(character)) embeddings += 1;
    if (character === '\u2069') isolates -= 1;
    if (character === '\u202C') embeddings -= 1;
    closedTooOften ||= isolates < 0 || embeddings < 0;
  }
  return { isolates, embeddings, closedTooOften };
}

const CLOSED = { isolates: 0, embeddings: 0, closedTooOften: false };

describe('a text that somebody else wrote', () => {
  it('never turns the words around it, whatever it holds', () => {
    fc.assert(
      fc.property(names, (name) => {
        for (const text of [isolated(name), quoted(name), isolated(onOneLine(name))]) {
          expect(open(text)).toEqual(CLOSED);
        }
        // Without an isolate of ours it holds nothing that could have needed one.
        if (!isolated(name).startsWith('\u2068')) {
          expect(isolated(name)).not.toMatch(/[\u0590-\u08FF\u200F\u202A-\u202E]/u);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is one line without control characters or halves of characters', () => {
    fc.assert(
      fc.property(names, (name) => {
        const line = onOneLine(name);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]| {2}|^ | $/u);
        expect(onOneLine(line)).toBe(line);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['spaces of any kind', ' \u00a0\u2003\u3000\t'],
    ['characters without a width', '\u200B\u200D\u2060\uFEFF\u00AD'],
    ['Korean fillers', '\u3164\u115F'],
    ['blank Braille cells', '\u2800\u2800'],
    ['control characters', '\u0000\u0007\u009F'],
    ['halves of characters', '\uD83C'],
    ['marks that only turn the text', '\u202E\u2066\u2069'],
  ])('is empty where it holds only %s', (_, name) => {
    expect(onOneLine(name)).toBe('');
  });

  it.each([
    'Night Bus',
    'Don’t  Stop'.replace('  ', ' '),
    '夜行バス',
    'नमस्ते',
    '👩‍🎤🎷',
    '“Heroes”',
    '!!!',
    '—',
  ])('is as it was written: %s', (name) => {
    expect(onOneLine(name)).toBe(name);
  });

  it('stands its marks on a circle, so that they do not settle on our quotation mark', () => {
    expect(onOneLine('\u0301\u0302')).toBe('◌\u0301\u0302');
    expect(quoted(onOneLine('\u0301'))).toBe('“◌\u0301”');
  });

  it('does not tower over the lines around it', () => {
    const zalgo = `H${'\u0335'.repeat(400)}i${'\u0301'.repeat(3)}`;
    expect(onOneLine(zalgo)).toBe(`H${'\u0335'.repeat(8)}i${'\u0301'.repeat(3)}`);
  });
});

describe('a text that is cut', () => {
  it('is left alone where it fits', () => {
    expect(shortened('Night Bus', 9)).toBe('Night Bus');
    expect(shortened('👩‍🎤👩‍🎤', 2)).toBe('👩‍🎤👩‍🎤');
  });

  it.each([
    ['Night Bus', 8, 'Night B…'],
    ['Night Bus', 7, 'Night…'],
    ['👩‍🎤👩‍🎤👩‍🎤', 2, '👩‍🎤…'],
    ['🇵🇹🇵🇹🇵🇹', 2, '🇵🇹…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
  ])('ends with an ellipsis and a whole character: %s to %i', (text, longest, expected) => {
    expect(shortened(text, longest)).toBe(expected);
  });

  it('is never longer than asked, and begins as it did', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 30 }), (name, longest) => {
        const text = shortened(name, longest);
        const characters = [...segmenter.segment(text)].length;
        expect(characters).toBeLessThanOrEqual(longest);
        if (text !== name) expect(name.startsWith(text.replace(/…$/, ''))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is cut quickly, however long it is', () => {
    const text = quoted('👩‍🎤'.repeat(10_000));
    expect(text).toBe(`“${'👩‍🎤'.repeat(79)}…”`);
  });
});

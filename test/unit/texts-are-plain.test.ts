import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GAP, type WrittenText, writtenTexts } from './shared/texts/parsed-texts.ts';

const folder = resolve(import.meta.dirname, '../../shared/texts');

interface Forbidden {
  readonly words: RegExp;
  readonly because: string;
  /** What may be said all the same, and why. */
  readonly except?: readonly (readonly [what: RegExp, why: string])[];
}

const COMMAND_LINE = [
  /--exit-after-sync|^sync once and end|^Synced /,
  'the name of the option',
] as const;

const FORBIDDEN: readonly Forbidden[] = [
  {
    words: /\berror occurred|unknown error|unexpected error|something went wrong\b/i,
    because: 'it says nothing: name what happened',
  },
  {
    words: /\b(oops|whoops|uh-oh|sorry|please|unfortunately|successfully|simply|just click)\b/i,
    because: 'it talks around the matter',
  },
  {
    words: /\b(invalid|illegal|fatal|failed to|failure|abort(ed)?|you must|bad request)\b/i,
    because: 'it scolds: say what is right instead',
    except: [
      [/“INVALID_CLIENT”|INVALID_CLIENT\|INVALID_SCOPE|INVALID_SCOPE/, 'what Spotify’s page says'],
    ],
  },
  {
    words:
      /\b(oauth2?|pkce|api|ipc|sql|sqlite|json|http|https|endpoint|exception|payload|null|undefined|NaN|scopes?|schema|snapshot|poll\w*|cache[ds]?|token|daemon|stack trace)\b/i,
    because: 'only a programmer knows it',
    except: [
      [/(access|refresh) token|access_token/i, 'a name at Spotify that the user handles'],
      [/“[^”]*https?:\/\/[^”]*”|https?:\/\/\S+/, 'an address to type or to copy'],
      [/“\.cache-?”/, 'the name of a file of Spotipy'],
      [/“Which API\/SDKs are you planning to use\?”|“Web API”/, 'names on Spotify’s dashboard'],
    ],
  },
  {
    words: /\b(log ?in|log ?out|log(ged|ging) (in|out)|authenticat\w+|authoriz\w+|credentials?)\b/i,
    because: 'it is called “sign in”',
    except: [
      [/when (I|you) log in\b/, 'to the computer, as systems call it; one signs in to Spotify'],
      [/Login Items/, 'the name of a page in the settings of macOS'],
    ],
  },
  {
    words: /\b(sync\w*|synchroni[sz]\w*|scan\w*|refetch\w*|updat(e|ing) your library)\b/i,
    because: 'it is called “check”',
    except: [COMMAND_LINE],
  },
  {
    words: /\b(favou?rites|liked songs|Liked songs|saved songs)\b/,
    because: 'Spotify calls it “Liked Songs”',
  },
  { words: /\b(gr[a]yed|color|favorite|canceled)\b/i, because: 'the texts are British English' },
  { words: /\b(e\.g\.|i\.e\.|etc\.|vs\.)/i, because: 'it can be said in words' },
  { words: /!/, because: 'the texts are calm' },
  { words: /\.\.\./, because: 'an ellipsis is one sign: …' },
  { words: /(?<!…)\.\.(?!\.)/, because: 'two full stops' },
  {
    words: /['"]/,
    because: 'quotation marks and apostrophes are curly: “ ” ’',
    except: [[/"cratewatch --help"|"⟨⟩"/, 'a terminal, from which a command is copied']],
  },
  { words: / {2}|^ | $|\s\n|\t/, because: 'stray spaces' },
  {
    words: / [.,;:?!]/,
    because: 'a space before a mark',
    except: [[/R, M and \?/, 'the name of a key']],
  },
  { words: /\w-\s|\s-\s/, because: 'a dash is –' },
];

/** What a title, a label or a button says is no sentence. */
const LABELS =
  /^(title|label|button|headline|name|tooltip|retry|cancel|confirm|copy|close|submit|keep|use|save|link)$/;
const SENTENCES =
  /^(body|detail|hint|about|advice|note|purpose|intro|explanation|afterwards|text)$/;

interface Placed extends WrittenText {
  readonly file: string;
}

const TEXTS: readonly Placed[] = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((file) => writtenTexts(join(folder, file)).map((text) => ({ ...text, file })))
  .filter(isSaid);

/** Not the names that the program gives to things, such as `'saved-tracks'`. */
function isSaid({ text, around }: WrittenText): boolean {
  if (/^(Import|Export|TS)/.test(around[0]?.type ?? '')) return false;
  return /\p{Lu}\p{Ll}|\p{L} \p{L}|[.…]$/u.test(text.replaceAll(GAP, '').trim());
}

function problemsOf(text: string): readonly string[] {
  return FORBIDDEN.flatMap(({ words, because, except = [] }) => {
    const judged = except.reduce(
      (rest, [what]) => rest.replace(new RegExp(what, `g${what.flags}`), ''),
      text,
    );
    const found = words.exec(judged);
    return found === null ? [] : [`“${found[0]}”: ${because}`];
  });
}

describe('every text that is shown', () => {
  it('is found at all', () => {
    expect(TEXTS.length).toBeGreaterThan(600);
    expect(TEXTS.map(({ file }) => file)).toContain('session-texts.ts');
  });

  it('is plain, calm, and calls one thing by one name', () => {
    for (const { file, line, text } of TEXTS) {
      expect.soft(problemsOf(text), `${file}:${line} ${text}`).toEqual([]);
    }
  });

  it('is a label without a full stop, or a sentence with one', () => {
    for (const { file, line, text, key } of TEXTS) {
      const place = `${file}:${line} ${key}: ${text}`;
      const isSentences = /\p{Ll}\. \p{Lu}/u.test(text);
      const isLabel = key !== null && LABELS.test(key) && !isSentences;
      if (isLabel) expect.soft(text, place).not.toMatch(/[.,;:]$/);
      if (isSentences || (key !== null && SENTENCES.test(key) && /^\p{Lu}\S* /u.test(text))) {
        expect.soft(text, place).toMatch(/([.?:…]|⟨⟩)$/u);
      }
    }
  });

  it.each([
    'An error occurred!',
    'Please log in again.',
    'Invalid client ID.',
    'The OAuth token has expired.',
    "Don't worry.",
    'Your Liked songs',
    'Loading...',
    'Two  spaces',
  ])('would not be “%s”', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });
});

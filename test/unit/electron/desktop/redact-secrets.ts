import fc from 'fast-check';
import { isSecretName } from '../../../../electron/desktop/redact-named.ts';

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const HEX = '0123456789abcdef';

/** Drawn evenly, as generators of secrets do; fast-check's own arrays prefer what is small. */
const drawn = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.noShrink(
    fc.noBias(
      fc
        .array(fc.nat({ max: alphabet.length - 1 }), { minLength, maxLength })
        .map((places) => places.map((place) => alphabet[place]).join('')),
    ),
  );

const clientSecret = drawn(HEX, 32, 32);
const segment = drawn(`${BASE62}-_`, 60, 200);

interface Secrets {
  readonly name: string;
  readonly secrets: fc.Arbitrary<string>;
  /** Half of it alone looks drawn at random. */
  readonly isLong: boolean;
}

/** What nobody needs to name: it looks drawn at random. By facts §1 and the RFCs. */
export const BARE_SECRETS: readonly Secrets[] = [
  {
    name: 'an access token',
    secrets: drawn(`${BASE62}-_`, 180, 320).map((rest) => `BQ${rest}`),
    isLong: true,
  },
  {
    name: 'a refresh token',
    secrets: drawn(`${BASE62}-_`, 129, 260).map((rest) => `AQ${rest}`),
    isLong: true,
  },
  {
    name: 'an authorization code',
    secrets: drawn(`${BASE62}-_`, 120, 350).map((rest) => `AQ${rest}`),
    isLong: true,
  },
  { name: 'a client secret', secrets: clientSecret, isLong: true },
  {
    name: 'a client secret in capitals',
    secrets: clientSecret.map((secret) => secret.toUpperCase()),
    isLong: true,
  },
  { name: 'a verifier of 32 bytes', secrets: drawn(`${BASE62}-_`, 43, 43), isLong: false },
  { name: 'any verifier of RFC 7636', secrets: drawn(`${BASE62}-_.~`, 43, 128), isLong: false },
  { name: 'a state', secrets: drawn(`${BASE62}-_`, 32, 43), isLong: false },
  {
    name: 'what follows Basic',
    secrets: fc
      .tuple(clientSecret, clientSecret)
      .map(([id, secret]) => Buffer.from(`${id}:${secret}`).toString('base64')),
    isLong: true,
  },
  {
    name: 'a JSON web token',
    secrets: fc
      .tuple(segment, segment, segment)
      .map(([header, claims, signature]) => `eyJ${header}.eyJ${claims}.${signature}`),
    isLong: true,
  },
  {
    name: 'the cookie of a signed-in browser',
    secrets: drawn(`${BASE62}-_`, 140, 180).map((rest) => `AQ${rest}`),
    isLong: true,
  },
  {
    // With a slash in front it could not be told from a path.
    name: 'a base64 text',
    secrets: drawn(`${BASE62}+/`, 88, 200).map((rest) => `e${rest}`),
    isLong: false,
  },
];

/** Chosen by people: words and signs of all kinds. */
export const passwords = fc.oneof(
  fc
    .array(fc.constantFrom(...`${BASE62}!$%&*+,-./:;<=>?@^_|~#()[]{}'"\\`), {
      minLength: 8,
      maxLength: 30,
    })
    .map((letters) => letters.join('')),
  fc.constantFrom(
    'letmein12345',
    'correcthorsebattery',
    'Sommer2026!',
    'pa&ss;word,long',
    'a@b@c:d/e?f#g',
  ),
);

const words = fc.constantFrom('ada', 'jörg', 'lovelace', '李明', 'Анна', 'o’neil', "d'arcy", 'zoë');
const domain = fc.oneof(
  fc.domain(),
  fc.constantFrom('bücher.example', 'mail.example.co.uk', 'xn--bcher-kva.example', '例え.テスト'),
);

/** Plain, dotted, with a plus, of other scripts, quoted, and all that RFC 5322 lets through. */
export const eMail = fc.oneof(
  // `pwd=@example.org` is a password.
  fc.emailAddress().filter((address) => !isSecretName(/^[^=]*/.exec(address)?.[0] ?? '')),
  fc
    .tuple(
      fc.array(words, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('.', '_', '-', '+'),
      domain,
    )
    .map(([names, sign, host]) => `${names.join(sign)}@${host}`),
  fc.tuple(words, words, domain).map(([one, other, host]) => `"${one} ${other}"@${host}`),
  fc.tuple(words, fc.ipV4()).map(([name, host]) => `${name}@[${host}]`),
);

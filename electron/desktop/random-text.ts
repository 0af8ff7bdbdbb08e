const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NUMBER = /^\d{1,14}$/;
/** `20261121T033000`, and the `21T03` of `2026-11-21T03:30`. */
const DATE_AND_TIME = /^(?:\d{8}T\d{6}Z?|\d{1,2}T\d{2})$/;
/** What parts a run: separators of names, and characters that were percent-encoded, even twice. */
const BETWEEN_PIECES = /%(?:25){0,3}[0-9A-F]{2}|[_+~%-]+/i;
const LETTERS_OR_DIGITS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

/** So many characters that make no sense are no accident of a name; fewer are enough in a long run. */
const SENSELESS_LENGTH = 7;
const SENSELESS_IN_LONG_RUN = 4;
const LONG_RUN = 16;
const LONG_PIECE = 10;
const LONGEST_WORD = 20;

/**
 * Whether a run of letters, digits and `_+~%-` looks drawn at random, as tokens, codes and keys are,
 * and not made of words, dates and numbers, as the names of files, functions and errors are.
 */
export function looksRandom(run: string): boolean {
  if (run.length <= SENSELESS_LENGTH || UUID.test(run)) return false;
  let senseless = 0;
  for (const piece of run.split(BETWEEN_PIECES)) {
    if (!makesSense(piece)) senseless += piece.length;
  }
  return senseless >= (run.length < LONG_RUN ? SENSELESS_LENGTH : SENSELESS_IN_LONG_RUN);
}

function makesSense(piece: string): boolean {
  if (piece.length <= 3 || NUMBER.test(piece) || DATE_AND_TIME.test(piece)) return true;
  const parts = piece.match(LETTERS_OR_DIGITS) ?? [];
  const words = parts.filter((part) => !/\d/.test(part));
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return (
    letters / words.length >= leastAverage(piece.length) &&
    parts.every((part, index) =>
      /\d/.test(part)
        ? part.length <= 4 && (piece.length < LONG_PIECE || index === parts.length - 1)
        : isWordLike(part, piece.length),
    )
  );
}

/** The longer a piece, the longer are its words on average; chance makes none that are long. */
function leastAverage(length: number): number {
  if (length < LONG_PIECE) return 3;
  return length < LONG_RUN ? 3.6 : 4.2;
}

/** Every word of some length can be spoken, in capitals too: `ENOTFOUND`, not `bdfghjk`. */
function isWordLike(letters: string, pieceLength: number): boolean {
  const needsVowel = letters.length > (pieceLength < LONG_PIECE || /^[A-Z]/.test(letters) ? 4 : 2);
  return (
    letters.length <= LONGEST_WORD &&
    (!needsVowel || /[aeiouy]/i.test(letters)) &&
    !/[^aeiouy]{6}/i.test(letters)
  );
}

/**
 * Accents, and what shows nothing at all, as the joiners inside emoji. The two marks by which kana
 * differ stay, and so do vowel signs, which are letters of their script.
 */
const ACCENTS = /(?!\u3099|\u309a)\p{Script=Inherited}|\p{Default_Ignorable_Code_Point}/gu;

/** Letters that are not made of a base letter and a mark, as they are typed without their keys. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŧ: 't',
  ς: 'σ',
};
const SPECIAL_LETTER = /[ßæœøđðþħıłŧς]/g;
const KATAKANA = /[\u30a1-\u30f6]/g;
const ASCII_ONLY = /^[\x20-\x7e]*$/;
const KATAKANA_TO_HIRAGANA = 0x60;

/**
 * A text without case, accents and widths, in which hiragana stands for katakana: equal for two texts
 * that a person would call the same word. Does not depend on the system's language, so what was
 * folded before can be compared with what is folded now.
 */
export function foldText(text: string): string {
  if (ASCII_ONLY.test(text)) {
    return text.toLowerCase();
  }
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(SPECIAL_LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA));
}

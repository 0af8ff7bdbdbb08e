import type { Advice } from '../../../../shared/texts/advice.ts';
import { complaintsAboutSentences } from './plain-words.ts';

/** The sentence that the user reads; empty where there is none. */
export function sentenceOf(advice: Advice<unknown>): string {
  if (advice.kind === 'empty') return '';
  return advice.kind === 'valid' ? (advice.note ?? '') : advice.text;
}

/** What is wrong with an advice as something to read. What it quotes is not its own. */
export function complaintsAboutAdvice(advice: Advice<unknown>): readonly string[] {
  const sentence = sentenceOf(advice).replace(/“[^”]*”/g, '“x”');
  return sentence === '' ? [] : complaintsAboutSentences(sentence);
}

import {
  intBelow,
  type Random,
} from '../../../../../electron/sample-service/catalogue/seeded-random.ts';
import type { ComparedPair } from './audit-differences.ts';

/** Each state of a list with the one before it. */
export function successivePairs(states: number): readonly ComparedPair[] {
  return Array.from({ length: Math.max(0, states - 1) }, (_, index) => [index, index + 1]);
}

/** So many pairs of any states, forwards and back. */
export function distantPairs(states: number, count: number, random: Random): ComparedPair[] {
  return Array.from({ length: states < 2 ? 0 : count }, () => [
    intBelow(states, random),
    intBelow(states, random),
  ]);
}

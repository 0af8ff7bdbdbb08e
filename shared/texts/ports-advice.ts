import type { Advice } from './advice.ts';
import { groupedNumber } from './quantities.ts';

const LOWEST = 1_024;
const HIGHEST = 65_535;
const MOST = 10;

/** Checks a list of ports, separated by commas or spaces; "any" or 0 is any free port. */
export function adviseOnPorts(input: string): Advice<number[]> {
  const words = input.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length === 0) return { kind: 'empty' };
  const wrong = (text: string): Advice<number[]> => ({ kind: 'wrong', text });
  if (words.length === 1 && /^(any|0+)$/i.test(words[0] ?? '')) {
    return {
      kind: 'doubtful',
      value: [0],
      text: 'Any free port is used, so its address cannot be registered exactly. Spotify may refuse it.',
    };
  }
  const ports: number[] = [];
  for (const word of words) {
    if (!/^\d+$/.test(word)) return wrong(`“${word.slice(0, 20)}” is not a port. ${range()}`);
    const port = Number(word);
    if (port < LOWEST || port > HIGHEST)
      return wrong(`${word.slice(0, 20)} is out of range. ${range()}`);
    if (ports.includes(port)) return wrong(`${port} stands there twice.`);
    ports.push(port);
  }
  return ports.length > MOST
    ? wrong(`These are ${groupedNumber(ports.length)} ports; at most ${MOST} are tried.`)
    : { kind: 'valid', value: ports, note: null };
}

function range(): string {
  return `A port is a number from ${LOWEST} to ${HIGHEST}.`;
}

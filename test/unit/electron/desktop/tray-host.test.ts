import { expect, it } from 'vitest';
import { type ProgramEnd, readHostAnswer } from '../../../../electron/desktop/tray-host.ts';

const end = (change: Partial<ProgramEnd>): ProgramEnd => ({
  exitCode: 0,
  stdout: '',
  stderr: '',
  ...change,
});
const refusal = (name: string) =>
  end({ exitCode: 1, stderr: `Error org.freedesktop.DBus.Error.${name}: The name …` });

it.each<[string, ProgramEnd, string]>([
  ['a panel that shows icons', end({ stdout: '   variant       boolean true\n' }), 'there'],
  ['a watcher without a panel', end({ stdout: '   variant       boolean false\n' }), 'not-there'],
  ['nobody at all', refusal('ServiceUnknown'), 'not-there'],
  ['a watcher that says nothing of panels', refusal('UnknownProperty'), 'not-there'],
  ['a watcher that does not answer', refusal('NoReply'), 'unknown'],
  ['no bus', end({ exitCode: 1, stderr: 'Failed to open connection to "session" …' }), 'unknown'],
  ['no program to ask with', end({ exitCode: null }), 'unknown'],
])('understands %s', (_what, ended, answer) => {
  expect(readHostAnswer(ended)).toBe(answer);
});

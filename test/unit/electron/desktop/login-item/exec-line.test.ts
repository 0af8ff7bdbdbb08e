import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  execLine,
  parseExecLine,
  readStringValue,
  stringValue,
} from '../../../../../electron/desktop/login-item/exec-line.ts';

describe('the command of a desktop entry', () => {
  it.each([
    [['/opt/cratewatch', '--hidden'], '/opt/cratewatch --hidden'],
    [['/opt/My Apps/cratewatch'], '"/opt/My Apps/cratewatch"'],
    [['/opt/100%/cratewatch'], '/opt/100%%/cratewatch'],
    // A quote is escaped for the argument, and that backslash once more for the value.
    [['/opt/"a"/b'], '"/opt/\\\\"a\\\\"/b"'],
    [['/opt/$HOME`x`'], '"/opt/\\\\$HOME\\\\`x\\\\`"'],
    // Four backslashes for one, as the specification says.
    [['/opt/a\\b'], '"/opt/a\\\\\\\\b"'],
    [['/opt/Müsli/кот'], '/opt/Müsli/кот'],
    [['/opt/it’s', "it's"], '/opt/it’s "it\'s"'],
    [['/opt/x', ''], '/opt/x ""'],
  ])('%j is written as %s', (argv, line) => {
    expect(execLine(argv)).toBe(line);
  });

  it.each([
    ['/opt/cratewatch %U', ['/opt/cratewatch']],
    ['env A=1 /opt/cratewatch  --hidden ', ['env', 'A=1', '/opt/cratewatch', '--hidden']],
    ['"/opt/open', null],
    ['/opt/a"b"', null],
    ['', []],
  ])('%s is read as %j', (line, argv) => {
    expect(parseExecLine(line)).toEqual(argv);
  });

  it('starts exactly what it was given, whatever that is', () => {
    const argument = fc.string({ unit: 'grapheme' }).filter((text) => !/^%[a-zA-Z]$/.test(text));
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1 }), (argv) => {
        expect(parseExecLine(execLine(argv))).toEqual(argv);
      }),
    );
  });

  it('stands on one line, and so does every string', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\n', '\r', '\t', ' ', '\\', 'n', 'a') }),
        (text) => {
          expect(stringValue(text)).not.toMatch(/[\n\r]|^ /);
          expect(readStringValue(stringValue(text))).toBe(text);
        },
      ),
    );
  });
});

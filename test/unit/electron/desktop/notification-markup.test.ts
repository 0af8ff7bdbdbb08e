import { describe, expect, it } from 'vitest';
import { literalBodyOn } from '../../../../electron/desktop/notification-markup.ts';

const NAME = '<b>Loud</b> & "x"';
const ESCAPED = '&lt;b&gt;Loud&lt;/b&gt; &amp; "x"';
const DBUS_SEND =
  'method return\n   array [\n      string "actions"\n      string "body-markup"\n   ]';
const GDBUS = "(['actions', 'body-markup', 'icon-static'],)";

/** Programs by name and what they print; others are not installed. */
function machine(programs: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const run = async (program: string): Promise<string> => {
    asked.push(program);
    const answer = programs[program];
    if (answer === undefined) throw new Error('ENOENT');
    return answer;
  };
  return { asked, run };
}

describe('the body of a notification', () => {
  it.each([
    ['reads markup', { 'dbus-send': DBUS_SEND }, ESCAPED],
    ['reads markup and has another program to ask', { gdbus: GDBUS }, ESCAPED],
    ['reads none', { 'dbus-send': 'array [\n string "body"\n string "body-images"\n ]' }, NAME],
    ['reads none, by the other program', { gdbus: "(['body', 'actions'],)" }, NAME],
    ['cannot be asked', {}, ESCAPED],
  ])('is escaped on Linux as the desktop needs it: one that %s', async (_, programs, shown) => {
    expect(await literalBodyOn('linux', machine(programs).run)(NAME)).toBe(shown);
  });

  it('is handed over at once, and nobody asked, where there is nothing to escape', () => {
    const { asked, run } = machine({ 'dbus-send': DBUS_SEND });
    expect(literalBodyOn('linux', run)('3 in “Road trip”.')).toBe('3 in “Road trip”.');
    expect(asked).toEqual([]);
  });

  it.each(['darwin', 'win32'] as const)(
    'is left as it is on %s, which reads no markup',
    (platform) => {
      const { asked, run } = machine({});
      expect(literalBodyOn(platform, run)(NAME)).toBe(NAME);
      expect(asked).toEqual([]);
    },
  );
});

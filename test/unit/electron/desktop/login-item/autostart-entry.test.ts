import { describe, expect, it } from 'vitest';
import {
  autostartEntry,
  type EntrySurroundings,
  isEntryOn,
  readAutostartEntry,
  withProgram,
} from '../../../../../electron/desktop/login-item/autostart-entry.ts';
import { isEntryToMove } from '../../../../../electron/desktop/login-item/entry-move.ts';

const OWN = { path: '/opt/Crate watch/cratewatch', args: ['--hidden'] };
const SURROUNDINGS: EntrySurroundings = { desktops: ['ubuntu', 'GNOME'], isExecutable: () => true };
const ENTRY = autostartEntry(OWN);

function read(text: string, surroundings = SURROUNDINGS) {
  return readAutostartEntry(text, surroundings);
}

function changed(line: string, to: string): string {
  expect(ENTRY).toContain(line);
  return ENTRY.replace(line, to);
}

describe('an autostart entry', () => {
  it('is read as it was written', () => {
    expect(read(ENTRY)).toEqual({ program: OWN, isEnabled: true, isThere: true, isOurs: true });
  });

  it('is read as it was written where the path is an unusual one', () => {
    const program = { path: '/opt/100%/a=b', args: ['--hidden'] };
    expect(read(autostartEntry(program))).toMatchObject({ program, isOurs: true });
  });

  it.each([
    ['as it was written', ENTRY, true],
    ['hidden by the user', `${ENTRY}Hidden=true\n`, false],
    ['switched off in GNOME', changed('enabled=true', 'enabled=false'), false],
    ['with spaces around the sign', changed('enabled=true', 'enabled = false'), false],
    ['for this desktop only', `${ENTRY}OnlyShowIn=XFCE;GNOME;\n`, true],
    ['for another desktop only', `${ENTRY}OnlyShowIn=KDE;\n`, false],
    ['not for this desktop', `${ENTRY}NotShowIn=ubuntu;\n`, false],
    ['not for another one', `${ENTRY}NotShowIn=KDE;\n`, true],
    ['without a command', ENTRY.replace(/^Exec=.*\n/m, ''), false],
    ['with a command that cannot be read', ENTRY.replace(/^Exec=.*$/m, 'Exec="/opt'), false],
    ['with a comment that would hide it', `${ENTRY}#Hidden=true\n`, true],
    ['with another group that would', `${ENTRY}[Other]\nHidden=true\n`, true],
    ['with the user’s own command', ENTRY.replace(/^Exec=.*$/m, 'Exec=nice cratewatch'), true],
    ['of something else', 'Hello\n', false],
    ['empty', '', false],
  ])('%s is heeded by the desktop: %s', (_name, text, expected) => {
    expect(isEntryOn(read(text))).toBe(expected);
  });

  it('whose program is gone is not heeded', () => {
    const gone = { ...SURROUNDINGS, isExecutable: (path: string) => path !== OWN.path };
    expect(isEntryOn(read(ENTRY, gone))).toBe(false);
  });

  it('takes another program and keeps what the user wrote into it', () => {
    const text = `# mine\n${ENTRY}X-GNOME-Autostart-Delay=20\n[Other]\nExec=/bin/true\n`;
    const next = { path: '/opt/new', args: ['--hidden'] };
    const moved = withProgram(text, next);
    expect(read(moved)).toMatchObject({ program: next, isOurs: true });
    expect(moved).toMatch(/^# mine\n/);
    expect(moved).toContain('X-GNOME-Autostart-Delay=20\n[Other]\nExec=/bin/true\n');
  });
});

describe('an entry that names another program', () => {
  const other = (...args: string[]) =>
    autostartEntry({ path: '/old', args: [...args, '--hidden'] });
  const isGone = { ...SURROUNDINGS, isExecutable: () => false };
  const PROFILE = '--user-data-dir=/home/mia/b';

  it.each([
    ['the same program', ENTRY, SURROUNDINGS, true, false],
    ['another program', other(), SURROUNDINGS, true, true],
    ['another program, to a build from source', other(), SURROUNDINGS, false, false],
    ['a program that is gone', other(), isGone, true, true],
    ['a program that is gone, to a build from source', other(), isGone, false, true],
    ['a program with another profile', other(PROFILE), isGone, true, false],
    ['a program that the user hid', `${other()}Hidden=true\n`, isGone, true, false],
    ['what the user wrote', other().replace(/^Exec=.*$/m, 'Exec=nice /old'), isGone, true, false],
    ['the same program with fewer switches', other('--no-sandbox'), SURROUNDINGS, true, true],
  ])('%s is put right: %5$s', (_name, text, surroundings, packaged, expected) => {
    const entry = read(text, surroundings);
    expect(isEntryToMove({ entry, own: OWN, packaged })).toBe(expected);
  });
});

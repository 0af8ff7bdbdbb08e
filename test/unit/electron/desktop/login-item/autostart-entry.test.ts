import { describe, expect, it } from 'vitest';
import {
  autostartEntry,
  type EntrySurroundings,
  isEntryOn,
  isUntouched,
  readAutostartEntry,
  switchedOff,
  switchedOn,
  withProgram,
} from '../../../../../electron/desktop/login-item/autostart-entry.ts';
import { movedProgram } from '../../../../../electron/desktop/login-item/entry-move.ts';

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
  const SECRET = '--password-store=gnome-libsecret';

  it.each([
    ['the same program', ENTRY, SURROUNDINGS, true, null],
    ['another program', other(), SURROUNDINGS, true, ['--hidden']],
    ['another program, to a build from source', other(), SURROUNDINGS, false, null],
    ['a program that is gone', other(), isGone, true, ['--hidden']],
    ['a program that is gone, to a build from source', other(), isGone, false, ['--hidden']],
    ['a program with another profile', other(PROFILE), isGone, true, null],
    ['a program that the user hid', `${other()}Hidden=true\n`, isGone, true, null],
    ['what the user wrote', other().replace(/^Exec=.*$/m, 'Exec=nice /old'), isGone, true, null],
    ['another program with switches', other(SECRET), SURROUNDINGS, true, [SECRET, '--hidden']],
    ['a build from source', other('/src', SECRET), SURROUNDINGS, true, [SECRET, '--hidden']],
  ])('%s is put right: %5$j', (_name, text, surroundings, packaged, args) => {
    expect(movedProgram({ entry: read(text, surroundings), own: OWN, packaged })).toEqual(
      args && { path: OWN.path, args },
    );
  });

  it.each([
    ['more', [SECRET, '--hidden'], ['--hidden']],
    ['fewer', ['--hidden'], ['--disable-gpu', '--hidden']],
  ])('stays as it is where it has only %s switches than this start', (_what, entered, own) => {
    const entry = read(autostartEntry({ path: OWN.path, args: entered }));
    expect(movedProgram({ entry, own: { path: OWN.path, args: own }, packaged: true })).toBe(null);
  });

  it('names the folder of a build from source anew, and keeps its switches', () => {
    const path = '/src/electron';
    const entry = read(autostartEntry({ path, args: ['/src/a', SECRET, '--hidden'] }), isGone);
    const own = { path, args: ['/src/b', '--hidden'] };
    expect(movedProgram({ entry, own, packaged: false })).toEqual({
      path,
      args: ['/src/b', SECRET, '--hidden'],
    });
  });
});

describe('an entry of the user’s own', () => {
  const MINE = '# mine\n[Desktop Entry]\nType=Application\nExec=nice cratewatch\n';

  it.each([
    ['hidden', `${MINE}Hidden=true\n`, MINE],
    [
      'switched off in GNOME',
      `${MINE}X-GNOME-Autostart-enabled = false\n`,
      `${MINE}X-GNOME-Autostart-enabled=true\n`,
    ],
    ['for another desktop', `${MINE}OnlyShowIn=KDE;\n`, `${MINE}OnlyShowIn=KDE;GNOME;\n`],
    ['not for this desktop', `${MINE}NotShowIn=GNOME;KDE;\n`, `${MINE}NotShowIn=KDE;\n`],
    ['not for this desktop alone', `${MINE}NotShowIn=ubuntu;GNOME\n`, MINE],
    [
      'off in each way',
      `${MINE}Hidden=true\nX-GNOME-Autostart-enabled=false\n\n[Other]\nHidden=true\n`,
      `${MINE}X-GNOME-Autostart-enabled=true\n\n[Other]\nHidden=true\n`,
    ],
  ])('that is %s is switched on, and the rest of it stays', (_what, text, expected) => {
    expect(isEntryOn(read(text))).toBe(false);
    expect(switchedOn(text, SURROUNDINGS)).toBe(expected);
    expect(isEntryOn(read(expected))).toBe(true);
  });

  it('for some desktops is switched on for one that has no name', () => {
    const nameless = { ...SURROUNDINGS, desktops: [] };
    const text = `${MINE}OnlyShowIn=KDE;\n`;
    expect(isEntryOn(read(text, nameless))).toBe(false);
    expect(switchedOn(text, nameless)).toBe(MINE);
  });

  it('is switched off within its group, and on again as it was', () => {
    const text = `${MINE}\n[Other]\nA=b\n`;
    const off = switchedOff(text);
    expect(off).toBe(`${MINE}Hidden=true\n\n[Other]\nA=b\n`);
    expect(isEntryOn(read(off))).toBe(false);
    expect(switchedOff(off)).toBe(off);
    expect(switchedOn(off, SURROUNDINGS)).toBe(text);
  });

  it('is told from one that Cratewatch wrote', () => {
    expect(isUntouched(ENTRY, read(ENTRY))).toBe(true);
    expect(isUntouched(`${ENTRY}X-GNOME-Autostart-Delay=20\n`, read(ENTRY))).toBe(false);
    expect(isUntouched(MINE, read(MINE))).toBe(false);
  });
});

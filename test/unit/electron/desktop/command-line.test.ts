import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../electron/desktop/command-line.ts';

const DEVELOPMENT = { packaged: false, version: '1.2.3' };
const PACKAGED = { packaged: true, version: '1.2.3' };
const NOTHING = { hidden: false, exitAfterSync: false, sample: false, screenshot: null };

function development(...args: string[]) {
  return parseCommandLine(['/opt/electron', ...args], DEVELOPMENT);
}

function packaged(...args: string[]) {
  return parseCommandLine(['/opt/cratewatch', ...args], PACKAGED);
}

describe('the command line', () => {
  it('asks for nothing when it is empty', () => {
    expect(packaged()).toEqual({ kind: 'run', options: NOTHING });
    expect(development('.')).toEqual({ kind: 'run', options: NOTHING });
  });

  it.each([
    ['--hidden', { hidden: true }],
    ['--exit-after-sync', { exitAfterSync: true }],
    ['--sample', { sample: true }],
  ])('understands %s in both builds', (argument, expected) => {
    const result = { kind: 'run', options: { ...NOTHING, ...expected } };
    expect(packaged(argument)).toEqual(result);
    expect(development('.', argument)).toEqual(result);
  });

  it('takes options together, in any order', () => {
    const result = development('.', '--screenshot=shot.png', '--sample', '--exit-after-sync');
    expect(result).toEqual({
      kind: 'run',
      options: { hidden: false, exitAfterSync: true, sample: true, screenshot: 'shot.png' },
    });
  });

  it('finds the app folder among the switches that Electron and Playwright put before it', () => {
    const result = development(
      '-r',
      '/tmp/loader.cjs',
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '/home/anna/cratewatch',
      '--hidden',
    );
    expect(result).toEqual({ kind: 'run', options: { ...NOTHING, hidden: true } });
  });

  it.each([
    '--user-data-dir=/tmp/profile',
    '--lang=de',
    '--ozone-platform=wayland',
    '--disable-gpu',
    '--enable-logging',
    '--force-device-scale-factor=2',
    '--use-gl=swiftshader',
    '--password-store=basic',
    '--updated',
    '-psn_0_12345',
  ])('leaves %s to the runtime', (argument) => {
    expect(packaged(argument)).toEqual({ kind: 'run', options: NOTHING });
  });

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/extension',
    '--disable-web-security',
    '--disable-setuid-sandbox',
    '--enable-blink-features=All',
    '--log-net-log=/tmp/log.json',
    '--trace-startup',
    '--renderer-cmd-prefix=gdb',
    '--unsafely-treat-insecure-origin-as-secure=http://example.com',
    '-remote-debugging-port=9222',
    '-r',
  ])('refuses %s in a packaged build', (argument) => {
    expect(packaged(argument).kind).toBe('usage-error');
  });

  it.each([
    '--remote-debugging-port=0',
    '--inspect=0',
    '--js-flags=--expose-gc',
    '--trace-warnings',
  ])('leaves %s to the runtime in a development build', (argument) => {
    expect(development('.', argument)).toEqual({ kind: 'run', options: NOTHING });
  });

  it('prints the version', () => {
    expect(packaged('--version')).toEqual({ kind: 'print', text: 'Cratewatch 1.2.3' });
  });

  it('lists every option in the help, and the development ones only there', () => {
    const help = packaged('--help');
    const developmentHelp = development('.', '-h');
    const text = help.kind === 'print' ? help.text : '';
    for (const name of ['--hidden', '--exit-after-sync', '--sample', '--version', '--help']) {
      expect(text).toContain(name);
    }
    expect(text).not.toContain('--screenshot');
    expect(developmentHelp.kind === 'print' ? developmentHelp.text : '').toContain('--screenshot');
  });

  it.each([
    ['--hiden', 'Unknown option --hiden. Did you mean --hidden?'],
    ['--exit-after-synch', 'Unknown option --exit-after-synch. Did you mean --exit-after-sync?'],
    ['--ignore-certificate-errors', 'Unknown option --ignore-certificate-errors.'],
    ['--host-rules=MAP * 127.0.0.1', 'Unknown option --host-rules.'],
    ['-x', 'Unknown option -x.'],
    ['--hidden=yes', '--hidden takes no value.'],
    [
      '--user-data-dir',
      '--user-data-dir needs a folder, for example --user-data-dir=/media/music/cratewatch.',
    ],
    [
      '--user-data-dir=',
      '--user-data-dir needs a folder, for example --user-data-dir=/media/music/cratewatch.',
    ],
    ['playlist.csv', 'Cratewatch opens no files or folders, so it cannot use "playlist.csv".'],
  ])('answers %s with a sentence', (argument, sentence) => {
    const message = `${sentence}\n"cratewatch --help" lists the options.`;
    expect(packaged(argument)).toEqual({ kind: 'usage-error', message });
  });

  it.each(['--screenshot', '--screenshot='])('asks for the file of %s', (argument) => {
    expect(development('.', argument)).toEqual({
      kind: 'usage-error',
      message:
        '--screenshot needs a file, for example --screenshot=window.png.\n' +
        '"cratewatch --help" lists the options.',
    });
  });

  it('does not know the development options in a packaged build', () => {
    expect(packaged('--screenshot=window.png').kind).toBe('usage-error');
  });

  it('takes only one folder in a development build', () => {
    expect(development('.', 'other').kind).toBe('usage-error');
  });
});

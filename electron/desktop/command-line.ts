import { nearestName } from './nearest-name.ts';
import { isRuntimeSwitch, takesNextArgument } from './runtime-switches.ts';

export interface CommandLineOptions {
  /** Start in the tray without a window. */
  readonly hidden: boolean;
  /** Sync once, say what happened, and end with one of `EXIT_CODES`. */
  readonly exitAfterSync: boolean;
  /** Watch the sample library instead of an account. */
  readonly sample: boolean;
  /** File for a picture of the window; development builds only. */
  readonly screenshot: string | null;
}

export type CommandLine =
  | { readonly kind: 'run'; readonly options: CommandLineOptions }
  /** Print and end with `EXIT_CODES.done`. */
  | { readonly kind: 'print'; readonly text: string }
  /** Print to stderr and end with `EXIT_CODES.usage`. */
  | { readonly kind: 'usage-error'; readonly message: string };

interface Build {
  readonly packaged: boolean;
  readonly version: string;
}

const NAMES = ['--hidden', '--exit-after-sync', '--sample', '--version', '--help'] as const;
const DEVELOPMENT_NAMES = ['--screenshot'] as const;

/**
 * Reads `process.argv` as Electron gives it: the executable, then – in a development build – the
 * app's folder somewhere among the switches, then the arguments.
 */
export function parseCommandLine(argv: readonly string[], build: Build): CommandLine {
  const known: readonly string[] = build.packaged ? NAMES : [...NAMES, ...DEVELOPMENT_NAMES];
  let options: CommandLineOptions = {
    hidden: false,
    exitAfterSync: false,
    sample: false,
    screenshot: null,
  };
  let appPathSeen = build.packaged;

  for (let index = 1; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    const { name, value } = split(argument);

    if (takesNextArgument(argument)) {
      index += 1;
    } else if (name === '--help' || argument === '-h') {
      return { kind: 'print', text: helpText(build) };
    } else if (name === '--version') {
      return { kind: 'print', text: `Cratewatch ${build.version}` };
    } else if (name === '--screenshot' && !build.packaged) {
      if (value === null || value === '') {
        return usageError('--screenshot needs a file, for example --screenshot=window.png.');
      }
      options = { ...options, screenshot: value };
    } else if (known.includes(name)) {
      if (value !== null) {
        return usageError(`${name} takes no value.`);
      }
      options = withFlag(options, name);
    } else if (argument.startsWith('-')) {
      if (!isRuntimeSwitch(argument)) {
        return usageError(unknownOption(name, known));
      }
    } else if (!appPathSeen) {
      appPathSeen = true;
    } else {
      return usageError(`Cratewatch opens no files or folders, so it cannot use "${argument}".`);
    }
  }
  return { kind: 'run', options };
}

function split(argument: string): { name: string; value: string | null } {
  const equals = argument.indexOf('=');
  return equals === -1
    ? { name: argument, value: null }
    : { name: argument.slice(0, equals), value: argument.slice(equals + 1) };
}

function withFlag(options: CommandLineOptions, name: string): CommandLineOptions {
  switch (name) {
    case '--hidden':
      return { ...options, hidden: true };
    case '--exit-after-sync':
      return { ...options, exitAfterSync: true };
    case '--sample':
      return { ...options, sample: true };
    default:
      return options;
  }
}

function unknownOption(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === null
    ? `Unknown option ${name}.`
    : `Unknown option ${name}. Did you mean ${nearest}?`;
}

function usageError(sentence: string): CommandLine {
  return {
    kind: 'usage-error',
    message: `${sentence}\n"cratewatch --help" lists the options.`,
  };
}

function helpText({ packaged }: Build): string {
  const rows = [
    ['--hidden', 'start in the tray, without a window'],
    ['--exit-after-sync', 'sync once and end (0 done, 2 sign-in needed, 3 waiting, 4 offline)'],
    ['--sample', 'explore a sample library; nothing is asked from Spotify'],
    ...(packaged ? [] : [['--screenshot=<file>', 'write a picture of the window (PNG)']]),
    ['--user-data-dir=<folder>', 'keep everything in this folder'],
    ['--version', 'print the version'],
    ['--help', 'print this'],
  ];
  const lines = rows.map(([name = '', text = '']) => `  ${name.padEnd(26)}${text}`);
  return `Usage: cratewatch [options]\n\n${lines.join('\n')}`;
}

import { commandLineTexts } from '../../shared/texts/command-line-texts.ts';
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

const { wrong } = commandLineTexts;

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

    if (takesNextArgument(argument, build)) {
      index += 1;
    } else if (name === '--help' || argument === '-h') {
      return { kind: 'print', text: helpText(build) };
    } else if (name === '--version') {
      return { kind: 'print', text: commandLineTexts.version(build.version) };
    } else if (name === '--screenshot' && !build.packaged) {
      if (value === null || value === '') {
        return usageError(wrong.screenshotWithoutFile);
      }
      options = { ...options, screenshot: value };
    } else if (name === '--user-data-dir' && (value === null || value === '')) {
      return usageError(wrong.folderMissing);
    } else if (known.includes(name)) {
      if (value !== null) {
        return usageError(wrong.valueNotTaken(name));
      }
      options = withFlag(options, name);
    } else if (argument.startsWith('-')) {
      if (!isRuntimeSwitch(argument, build)) {
        return usageError(unknownOption(name, known));
      }
    } else if (!appPathSeen) {
      appPathSeen = true;
    } else {
      return usageError(wrong.fileGiven(argument));
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
  return nearest === null ? wrong.unknown(name) : wrong.unknownButNear(name, nearest);
}

function usageError(sentence: string): CommandLine {
  return {
    kind: 'usage-error',
    message: `${sentence}\n${commandLineTexts.helpHint}`,
  };
}

function helpText({ packaged }: Build): string {
  const { options: texts, usage } = commandLineTexts;
  const rows = [
    ['--hidden', texts.hidden],
    ['--exit-after-sync', texts.exitAfterSync],
    ['--sample', texts.sample],
    ...(packaged ? [] : [['--screenshot=<file>', texts.screenshot]]),
    ['--user-data-dir=<folder>', texts.userDataDir],
    ['--version', texts.version],
    ['--help', texts.help],
  ];
  const lines = rows.map(([name = '', text = '']) => `  ${name.padEnd(26)}${text}`);
  return `${usage}\n\n${lines.join('\n')}`;
}

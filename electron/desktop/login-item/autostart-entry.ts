import { loginItemTexts } from '../../../shared/texts/login-item-texts.ts';
import { execLine, parseExecLine, readStringValue, stringValue } from './exec-line.ts';
import type { LoginProgram } from './login-program.ts';

/** Where the entry is read: what decides whether the desktop heeds it. */
export interface EntrySurroundings {
  /** `XDG_CURRENT_DESKTOP`, split at its colons. */
  readonly desktops: readonly string[];
  readonly isExecutable: (path: string) => boolean;
}

export interface EntryReading {
  /** What it starts; null where that cannot be read. */
  readonly program: LoginProgram | null;
  /** Nobody has switched it off, and it is meant for this desktop. */
  readonly isEnabled: boolean;
  /** What it names is there to be started. */
  readonly isThere: boolean;
  /** Whether its command stands as Cratewatch wrote it. */
  readonly isOurs: boolean;
}

const GROUP = '[Desktop Entry]';
/** Says what `Exec` was when Cratewatch wrote it: whoever changed that meant to. */
const OWN_EXEC = 'X-Cratewatch-Exec';
/** The switch of GNOME and of others, for entries that are there for all users. */
const GNOME_SWITCH = 'X-GNOME-Autostart-enabled';

/** The autostart entry (XDG Desktop Application Autostart Specification 0.5). */
export function autostartEntry(program: LoginProgram): string {
  const lines = [
    GROUP,
    'Type=Application',
    'Name=Cratewatch',
    `Comment=${stringValue(loginItemTexts.entryComment)}`,
    'Icon=cratewatch',
    ...Object.entries(commandKeys(program)).map(([key, value]) => `${key}=${value}`),
    'Terminal=false',
    'StartupNotify=false',
    `${GNOME_SWITCH}=true`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The same entry with another program; whatever else the user wrote into it stays. */
export function withProgram(text: string, program: LoginProgram): string {
  return withKeys(text, commandKeys(program));
}

/** The same entry, heeded by none: what the user wrote into it is there when it is needed again. */
export function switchedOff(text: string): string {
  return withKeys(text, { Hidden: 'true' });
}

/** The same entry without whatever keeps this desktop from heeding it. */
export function switchedOn(
  text: string,
  { desktops }: Pick<EntrySurroundings, 'desktops'>,
): string {
  const keys = readKeys(text);
  const only = listOf(keys.get('OnlyShowIn'));
  const not = listOf(keys.get('NotShowIn'));
  // The last one is the family, which other programs know too: "ubuntu:GNOME".
  const own = desktops.at(-1);
  const isMissing = only !== null && !desktops.some((desktop) => only.includes(desktop));
  const others = not?.filter((desktop) => !desktops.includes(desktop)) ?? [];
  return withKeys(text, {
    Hidden: null,
    ...(keys.get(GNOME_SWITCH) === 'false' ? { [GNOME_SWITCH]: 'true' } : {}),
    ...(isMissing ? { OnlyShowIn: own === undefined ? null : listValue([...only, own]) } : {}),
    ...(not === null ? {} : { NotShowIn: others.length === 0 ? null : listValue(others) }),
  });
}

/** Whether nothing but what Cratewatch writes stands in it. */
export function isUntouched(text: string, { program }: EntryReading): boolean {
  return program !== null && text === autostartEntry(program);
}

/** Reads an entry as a desktop does. */
export function readAutostartEntry(text: string, surroundings: EntrySurroundings): EntryReading {
  const keys = readKeys(text);
  const exec = keys.get('Exec');
  const [path, ...args] = unwrapped((exec === undefined ? null : parseExecLine(exec)) ?? []);
  const tryExec = keys.get('TryExec');
  const named = tryExec === undefined ? path : readStringValue(tryExec);
  return {
    program: path === undefined ? null : { path, args },
    isEnabled:
      keys.get('Type') === 'Application' &&
      keys.get('Hidden') !== 'true' &&
      keys.get(GNOME_SWITCH) !== 'false' &&
      isForDesktop(keys, surroundings.desktops),
    isThere: named !== undefined && canTry(named, surroundings),
    isOurs: exec !== undefined && keys.get(OWN_EXEC) === exec,
  };
}

/** Whether the desktop starts something by it. */
export function isEntryOn({ program, isEnabled, isThere }: EntryReading): boolean {
  return program !== null && isEnabled && isThere;
}

function commandKeys({ path, args }: LoginProgram): Readonly<Record<string, string>> {
  const exec = execLine(wrapped([path, ...args]));
  return { Exec: exec, TryExec: stringValue(path), [OWN_EXEC]: exec };
}

/**
 * GLib looks for the program without having read `%%` as a percent sign, and the specification
 * forbids an equals sign in its path. As an argument of a shell both are plain characters.
 */
const BY_SHELL = ['/bin/sh', '-c', 'exec "$0" "$@"'] as const;

function wrapped(argv: readonly string[]): readonly string[] {
  return /[%=]/.test(argv[0] ?? '') ? [...BY_SHELL, ...argv] : argv;
}

function unwrapped(argv: readonly string[]): readonly string[] {
  const isWrapped = BY_SHELL.every((argument, index) => argv[index] === argument);
  return isWrapped ? argv.slice(BY_SHELL.length) : argv;
}

/** A bare name is looked for in `PATH` by the desktop, whose `PATH` is not known here. */
function canTry(path: string, { isExecutable }: EntrySurroundings): boolean {
  return !path.startsWith('/') || isExecutable(path);
}

function isForDesktop(keys: ReadonlyMap<string, string>, desktops: readonly string[]): boolean {
  const named = (key: string): boolean | null => {
    const list = listOf(keys.get(key));
    return list && desktops.some((desktop) => list.includes(desktop));
  };
  return named('OnlyShowIn') !== false && named('NotShowIn') !== true;
}

function readKeys(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n');
  const [start, end] = groupBounds(lines);
  const keys = new Map<string, string>();
  for (const line of lines.slice(start + 1, end)) {
    const key = keyOf(line);
    if (key !== null) {
      keys.set(key, line.slice(line.indexOf('=') + 1).trim());
    }
  }
  return keys;
}

function listOf(value: string | undefined): readonly string[] | null {
  return value?.split(';').filter((name) => name !== '') ?? null;
}

function listValue(names: readonly string[]): string {
  return names.map((name) => `${name};`).join('');
}

/** Sets keys of the first group, or takes them away with null; every other line stays. */
function withKeys(text: string, keys: Readonly<Record<string, string | null>>): string {
  const lines = text.split('\n');
  const [start, end] = groupBounds(lines);
  const missing = new Map(Object.entries(keys).filter(([, value]) => value !== null));
  const group = lines.slice(start + 1, end).flatMap((line) => {
    const key = keyOf(line);
    const value = key === null ? undefined : keys[key];
    if (key === null || value === undefined) {
      return [line];
    }
    missing.delete(key);
    return value === null ? [] : [`${key}=${value}`];
  });
  const added = [...missing].map(([key, value]) => `${key}=${value}`);
  // Before the empty lines that part it from the next group, or end the file.
  const last = group.findLastIndex((line) => line.trim() !== '') + 1;
  return [
    ...lines.slice(0, start + 1),
    ...group.slice(0, last),
    ...added,
    ...group.slice(last),
    ...lines.slice(end),
  ].join('\n');
}

/** The lines between which the keys of the first group stand. */
function groupBounds(lines: readonly string[]): readonly [number, number] {
  const start = lines.findIndex((line) => line.trim() === GROUP);
  if (start === -1) {
    return [lines.length, lines.length];
  }
  const next = lines.findIndex((line, index) => index > start && line.startsWith('['));
  return [start, next === -1 ? lines.length : next];
}

function keyOf(line: string): string | null {
  return line.startsWith('#') || !line.includes('=')
    ? null
    : line.slice(0, line.indexOf('=')).trim();
}

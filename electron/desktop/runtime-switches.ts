/**
 * Switches of Electron, Chromium and Node that mean nothing to Cratewatch and are left to them.
 * Those that would lower the guard against other people's content (certificate or host rules, for
 * example) are not among them, and in a packaged build none that lets another program look in or
 * bring code of its own: a debugger's port above all.
 */
const ANYWHERE = [
  'no-sandbox',
  'user-data-dir',
  'lang',
  'password-store',
  'gtk-version',
  'display',
  'class',
  'in-process-gpu',
  'ignore-gpu-blocklist',
  'log-level',
  'v',
  'vmodule',
  'proxy-server',
  'proxy-bypass-list',
  'proxy-pac-url',
  'no-proxy-server',
  'disable-features',
  'enable-features',
  'enable-logging',
  'force-color-profile',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-renderer-accessibility',
  // Given by the Windows installer after an update, and by Windows itself.
  'updated',
  'original-process-start-time',
] as const;

/** What is drawn with, and on: the usual way around a driver or a desktop that misbehaves. */
const PREFIXES_ANYWHERE = [
  'ozone-',
  'disable-gpu',
  'enable-wayland-',
  'wayland-',
  'use-gl',
  'use-angle',
];

const IN_DEVELOPMENT = [
  'no-zygote',
  'no-first-run',
  'no-warnings',
  'no-deprecation',
  'js-flags',
  'log-file',
  'log-net-log',
  'expose-gc',
  'throw-deprecation',
  'unhandled-rejections',
] as const;

const PREFIXES_IN_DEVELOPMENT = [
  'inspect',
  'remote-debugging-',
  'disable-',
  'enable-',
  'force-',
  'use-',
  'trace-',
] as const;

/** `-psn_0_…` comes from the macOS Finder; the others are short forms of Electron's own. */
const SHORT = /^-(psn_|AppleLanguages|NS[A-Z])/;

interface Build {
  readonly packaged: boolean;
}

/** Whether an argument such as `--lang=de` belongs to the runtime below Cratewatch. */
export function isRuntimeSwitch(argument: string, { packaged }: Build): boolean {
  if (!argument.startsWith('--')) {
    return SHORT.test(argument);
  }
  const name = argument.slice(2).split('=', 1)[0] ?? '';
  const exact: readonly string[] = packaged ? ANYWHERE : [...ANYWHERE, ...IN_DEVELOPMENT];
  const prefixes = packaged
    ? PREFIXES_ANYWHERE
    : [...PREFIXES_ANYWHERE, ...PREFIXES_IN_DEVELOPMENT];
  return exact.includes(name) || prefixes.some((prefix) => name.startsWith(prefix));
}

/** Whether the argument takes the one after it as its value; a packaged build knows no such one. */
export function takesNextArgument(argument: string, { packaged }: Build): boolean {
  return !packaged && (argument === '-r' || argument === '--require');
}

/**
 * Switches of Electron, Chromium and Node that mean nothing to Cratewatch and are left to them.
 * Those that would lower the guard against other people's content (certificate or host rules, for
 * example) are not among them.
 */
const EXACT = [
  'no-sandbox',
  'no-zygote',
  'no-first-run',
  'no-warnings',
  'no-deprecation',
  'user-data-dir',
  'lang',
  'password-store',
  'gtk-version',
  'display',
  'class',
  'in-process-gpu',
  'ignore-gpu-blocklist',
  'js-flags',
  'log-level',
  'log-file',
  'log-net-log',
  'proxy-server',
  'proxy-bypass-list',
  'proxy-pac-url',
  'no-proxy-server',
  'v',
  'vmodule',
  'expose-gc',
  'throw-deprecation',
  'unhandled-rejections',
  // Given by the Windows installer after an update, and by Windows itself.
  'updated',
  'original-process-start-time',
] as const;

const PREFIXES = [
  'inspect',
  'remote-debugging-',
  'ozone-',
  'disable-',
  'enable-',
  'force-',
  'use-',
  'trace-',
] as const;

/** `-psn_0_…` comes from the macOS Finder; the others are short forms of Electron's own. */
const SHORT = /^-(psn_|AppleLanguages|NS[A-Z])/;

/** Whether an argument such as `--lang=de` belongs to the runtime below Cratewatch. */
export function isRuntimeSwitch(argument: string): boolean {
  if (!argument.startsWith('--')) {
    return SHORT.test(argument);
  }
  const name = argument.slice(2).split('=', 1)[0] ?? '';
  return (
    EXACT.some((exact) => exact === name) || PREFIXES.some((prefix) => name.startsWith(prefix))
  );
}

/** Whether the argument takes the one after it as its value. */
export function takesNextArgument(argument: string): boolean {
  return argument === '-r' || argument === '--require';
}

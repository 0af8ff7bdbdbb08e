import type { App, LoginItemSettings, Settings } from 'electron';
import type { LoginItem } from '../../../shared/login-item.ts';
import type { LoginItemKeeper } from './login-item-keeper.ts';
import type { LoginProgram } from './login-program.ts';

type WithList = 'darwin' | 'win32';

/** What is asked for and set: the same on both occasions, or Windows finds nothing. */
export function loginItemQuery(
  platform: WithList,
  { path, args }: LoginProgram,
): { readonly path?: string; readonly args?: string[] } {
  // macOS starts the app itself, without arguments; it says how it was started.
  return platform === 'darwin' ? {} : { path: `"${path}"`, args: args.map(windowsArgument) };
}

export function loginItemOrder(platform: WithList, program: LoginProgram, isOn: boolean): Settings {
  const query = loginItemQuery(platform, program);
  // Also where the user has switched it off in the Task Manager, and now on again here.
  const enabled = platform === 'win32' && isOn ? { enabled: true } : {};
  return { openAtLogin: isOn, ...enabled, ...query };
}

export function loginItemOf(
  platform: WithList,
  found: Pick<LoginItemSettings, 'openAtLogin'> & Partial<LoginItemSettings>,
): LoginItem {
  if (platform === 'darwin') {
    return found.status === 'requires-approval'
      ? { kind: 'to-be-allowed' }
      : { kind: found.openAtLogin ? 'on' : 'off' };
  }
  // `false` where it stands in the list and the Task Manager keeps it from starting.
  const isHeeded = found.executableWillLaunchAtLogin !== false;
  return { kind: found.openAtLogin && isHeeded ? 'on' : 'off' };
}

/** An argument as Windows programs read it from their command line. */
function windowsArgument(argument: string): string {
  return /[\s"]/.test(argument)
    ? `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`
    : argument;
}

/** The login items of macOS, and the `Run` key of Windows. */
export function systemLoginItem(
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>,
  platform: WithList,
  program: LoginProgram,
): LoginItemKeeper {
  return {
    read: async () =>
      loginItemOf(platform, app.getLoginItemSettings(loginItemQuery(platform, program))),
    set: async (isOn) => app.setLoginItemSettings(loginItemOrder(platform, program, isOn)),
    // macOS knows the app wherever it is; on Windows an installer puts it where it was.
    putRight: async () => undefined,
  };
}

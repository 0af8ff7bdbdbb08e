import { homedir } from 'node:os';
import type { App } from 'electron';
import type { Logger } from '../../../shared/logger.ts';
import { AutostartFile } from './autostart-file.ts';
import type { LoginItemKeeper } from './login-item-keeper.ts';
import { loginProgram } from './login-program.ts';
import { systemLoginItem } from './system-login-item.ts';

/** Starting at login, the way this system does it. */
export function createLoginItem(app: App, logger: Logger): LoginItemKeeper {
  const { platform, env, execPath, argv } = process;
  const packaged = app.isPackaged;
  const choice = loginProgram({
    platform,
    packaged,
    env,
    execPath,
    appPath: app.getAppPath(),
    args: argv.slice(1),
    profileFolder: app.getPath('userData'),
  });
  if (choice.kind === 'not-possible') {
    return {
      read: async () => choice,
      set: async () => Promise.reject(new Error(`Not possible: ${choice.reason}`)),
      putRight: async () => undefined,
    };
  }
  const { program } = choice;
  return platform === 'darwin' || platform === 'win32'
    ? systemLoginItem(app, platform, program)
    : new AutostartFile({ env, homeFolder: homedir(), program, packaged, logger });
}

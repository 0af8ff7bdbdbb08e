import type { AppInfo, LinkTarget } from '../../shared/ipc-contract.ts';
import type { GroupHandlers } from '../../shared/ipc-derived.ts';
import type { Logger } from '../../shared/logger.ts';
import type { LoginItem } from '../../shared/login-item.ts';
import type { WindowProblem } from '../../shared/window-problem.ts';
import type { WindowView } from '../../shared/window-view.ts';

export interface AppHandlerParts {
  info(): AppInfo;
  /** False when the system has no program for the address. */
  openLink(target: LinkTarget): Promise<boolean>;
  copyText(text: string): void;
  diagnostics(): Promise<string>;
  /** False where there is nothing to copy. */
  copyDiagnostics(): boolean;
  showLogFile(): void;
  dismissNotice(id: string): void;
  /** Ends the app and starts it again. */
  restart(): void;
  view(): WindowView | null;
  /** @param owner whose library it is, by `viewOwner` */
  keepView(owner: string, view: WindowView): void;
  reportProblem(problem: WindowProblem): void;
  loginItem(): Promise<LoginItem>;
  /** Rejects where the system does not take it. */
  setLoginItem(isOn: boolean): Promise<void>;
  readonly logger: Logger;
}

/** The calls that concern the program itself. */
export function createAppHandlers(parts: AppHandlerParts): GroupHandlers<'app'> {
  return {
    info: () => parts.info(),
    openLink: async (target) => ({ kind: (await parts.openLink(target)) ? 'done' : 'not-opened' }),
    copyText: (text) => {
      parts.copyText(text);
      return { kind: 'done' };
    },
    diagnostics: async () => ({ text: await parts.diagnostics() }),
    copyDiagnostics: () => ({ kind: parts.copyDiagnostics() ? 'done' : 'nothing-shown' }),
    showLogFile: () => {
      parts.showLogFile();
      return { kind: 'done' };
    },
    dismissNotice: (id) => {
      parts.dismissNotice(id);
      return { kind: 'done' };
    },
    restart: () => {
      parts.restart();
      return { kind: 'done' };
    },
    loginItem: () => parts.loginItem(),
    setLoginItem: async ({ isOn }) => {
      try {
        await parts.setLoginItem(isOn);
        return { kind: 'done', item: await parts.loginItem() };
      } catch (error) {
        parts.logger.error('Starting at login could not be set', { reason: String(error) });
        return { kind: 'failed' };
      }
    },
    view: () => parts.view(),
    keepView: ({ owner, view }) => {
      parts.keepView(owner, view);
      return { kind: 'done' };
    },
    reportProblem: (problem) => {
      parts.reportProblem(problem);
      return { kind: 'done' };
    },
  };
}

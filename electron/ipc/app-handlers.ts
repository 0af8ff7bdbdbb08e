import type { AppInfo, LinkTarget } from '../../shared/ipc-contract.ts';
import type { GroupHandlers } from '../../shared/ipc-derived.ts';

export interface AppHandlerParts {
  info(): AppInfo;
  /** False when the system has no program for the address. */
  openLink(target: LinkTarget): Promise<boolean>;
  copyText(text: string): void;
  dismissNotice(id: string): void;
  /** Ends the app and starts it again. */
  restart(): void;
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
    dismissNotice: (id) => {
      parts.dismissNotice(id);
      return { kind: 'done' };
    },
    restart: () => {
      parts.restart();
      return { kind: 'done' };
    },
  };
}

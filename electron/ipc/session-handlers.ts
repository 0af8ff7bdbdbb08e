import { clientIdSchema, type SessionSnapshot } from '../../shared/ipc-contract.ts';
import type { GroupHandlers } from '../../shared/ipc-derived.ts';

export interface SessionHandlerParts {
  snapshot(): SessionSnapshot;
  /** Starts signing in; how it ends is told by the session's state. */
  startSignIn(clientId: string): 'started' | 'already-running';
  openBrowserAgain(): Promise<'done' | 'not-running' | 'not-opened'>;
  cancelSignIn(): void;
  exploreSample(): Promise<'started' | 'failed'>;
  retry(): void;
  disconnect(): Promise<'done' | 'keychain-failed'>;
}

/** The calls that concern signing in and staying signed in. No token passes here. */
export function createSessionHandlers(parts: SessionHandlerParts): GroupHandlers<'session'> {
  return {
    snapshot: () => parts.snapshot(),
    signIn: ({ clientId }) => {
      // Pasted text often brings spaces along; a wrong id would only fail later, in the browser.
      const parsed = clientIdSchema.safeParse(clientId.trim());
      return { kind: parsed.success ? parts.startSignIn(parsed.data) : 'client-id-invalid' };
    },
    openBrowserAgain: async () => ({ kind: await parts.openBrowserAgain() }),
    cancelSignIn: () => {
      parts.cancelSignIn();
      return { kind: 'done' };
    },
    exploreSample: async () => ({ kind: await parts.exploreSample() }),
    retry: () => {
      parts.retry();
      return { kind: 'done' };
    },
    disconnect: async () => ({ kind: await parts.disconnect() }),
  };
}

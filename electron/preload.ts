import { contextBridge, ipcRenderer } from 'electron';
import { channelName, IPC_CHANNELS } from '../shared/ipc-channels.ts';

type Call = (argument?: unknown) => Promise<unknown>;
type Subscribe = (listener: (payload: unknown) => void) => () => void;

/**
 * One object with one function a call: the window gets no `ipcRenderer` and no way to name a
 * channel (Electron security checklist, item 20). Its type in the window is `CratewatchApi`; both
 * come from the same contract.
 */
const api: Record<string, Record<string, Call | Record<string, Subscribe>>> = {};

for (const [group, { queries, commands, events }] of Object.entries(IPC_CHANNELS)) {
  const calls: Record<string, Call> = {};
  for (const name of [...queries, ...commands]) {
    calls[name] = (argument) => ipcRenderer.invoke(channelName(group, name), argument);
  }
  const on: Record<string, Subscribe> = {};
  for (const name of events) {
    on[name] = (listener) => {
      // The event object itself holds a reference to `ipcRenderer`, so only the payload is passed.
      const forward = (_event: unknown, payload: unknown): void => listener(payload);
      ipcRenderer.on(channelName(group, name), forward);
      return () => {
        // No return value: `removeListener` gives back `ipcRenderer` itself.
        ipcRenderer.removeListener(channelName(group, name), forward);
      };
    };
  }
  api[group] = { ...calls, on };
}

contextBridge.exposeInMainWorld('cratewatch', api);

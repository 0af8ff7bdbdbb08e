import { channelName } from '../../shared/ipc-channels.ts';
import { IPC_CONTRACT, type IpcContract } from '../../shared/ipc-contract.ts';
import type { EventPayload } from '../../shared/ipc-derived.ts';

/** The part of Electron's `WebContents` that an event needs. */
export interface EventTarget {
  isDestroyed(): boolean;
  send(channel: string, payload: unknown): void;
}

/**
 * Sends one event to the window. The payload passes its schema first: what the contract does not
 * name is left behind.
 */
export function sendEvent<
  G extends keyof IpcContract,
  N extends keyof IpcContract[G]['events'] & string,
>(target: EventTarget, group: G, name: N, payload: EventPayload<G, N>): void {
  if (target.isDestroyed()) {
    return;
  }
  const events: Readonly<Record<string, { parse(value: unknown): unknown }>> =
    IPC_CONTRACT[group].events;
  const schema = events[name];
  if (schema === undefined) {
    throw new Error(`No event ${group}.${name}`);
  }
  target.send(channelName(group, name), schema.parse(payload));
}

import type { IpcMain } from 'electron';
import { channelName, IPC_CHANNELS, type IpcGroup } from '../../shared/ipc-channels.ts';
import { IPC_CONTRACT } from '../../shared/ipc-contract.ts';
import type { GroupHandlers, IpcAnswer } from '../../shared/ipc-derived.ts';
import type { Logger } from '../../shared/logger.ts';
import { isOwnPage } from './own-page.ts';

export type ContractHandlers = { readonly [G in IpcGroup]: GroupHandlers<G> };

export interface ContractOptions {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>;
  readonly handlers: ContractHandlers;
  readonly ownOrigins: readonly string[];
  readonly logger: Logger;
  /** A short id under which an unexpected error is logged and shown. */
  readonly newErrorId: () => string;
}

type AnyHandler = (argument: unknown) => unknown;

/**
 * Answers every query and command of the contract. For each call, in this order: the sender's frame
 * is checked, the argument is parsed, the handler runs, and the result is parsed too, so that a
 * field that the contract does not name never leaves the main process.
 *
 * Errors never cross: the window gets an id, the log gets the error under that id.
 *
 * @returns takes all handlers away again.
 */
export function registerContract(options: ContractOptions): () => void {
  const channels: string[] = [];
  for (const group of Object.keys(IPC_CHANNELS) as IpcGroup[]) {
    const calls = { ...IPC_CONTRACT[group].queries, ...IPC_CONTRACT[group].commands };
    // The mapped type guarantees one handler a call; iterating over names loses that, so it is
    // stated again here. The argument has been parsed by the time the handler sees it.
    const handlers = options.handlers[group] as unknown as Readonly<Record<string, AnyHandler>>;
    for (const [name, schema] of Object.entries(calls)) {
      const handler = handlers[name];
      if (handler === undefined) {
        throw new Error(`No handler for ${group}.${name}`);
      }
      const channel = channelName(group, name);
      channels.push(channel);
      options.ipcMain.handle(channel, async (event, argument: unknown) => {
        if (!isOwnPage(event.senderFrame, options.ownOrigins)) {
          return refuse(options, channel, 'sender-refused', null);
        }
        const parsed = schema.argument.safeParse(argument);
        if (!parsed.success) {
          return refuse(options, channel, 'argument-refused', null);
        }
        try {
          const result = await handler(parsed.data);
          return { ok: true, value: schema.result.parse(result) } satisfies IpcAnswer<unknown>;
        } catch (error) {
          return refuse(options, channel, 'failed', error);
        }
      });
    }
  }
  return () => {
    for (const channel of channels) {
      options.ipcMain.removeHandler(channel);
    }
  };
}

function refuse(
  { logger, newErrorId }: ContractOptions,
  channel: string,
  reason: string,
  error: unknown,
): IpcAnswer<never> {
  const id = newErrorId();
  logger.error('An IPC call was not answered', {
    id,
    channel,
    reason,
    error: error instanceof Error ? (error.stack ?? error.message) : null,
  });
  return { ok: false, error: { kind: 'internal', id } };
}

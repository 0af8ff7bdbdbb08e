import type { z } from 'zod';
import type { IpcContract } from './ipc-contract.ts';

type Call<C> = C extends { argument: z.ZodType; result: z.ZodType }
  ? z.infer<C['argument']> extends undefined
    ? () => Promise<IpcAnswer<z.infer<C['result']>>>
    : (argument: z.infer<C['argument']>) => Promise<IpcAnswer<z.infer<C['result']>>>
  : never;

/** An unexpected error is logged in the main process under `id`; nothing of it crosses. */
export interface InternalFailure {
  readonly kind: 'internal';
  readonly id: string;
}

/** What a call answers: the contract's result, or word that something unexpected went wrong. */
export type IpcAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: InternalFailure };

type Calls<G> = { readonly [N in keyof G]: Call<G[N]> };

type Events<G> = {
  readonly [N in keyof G]: G[N] extends z.ZodType
    ? (listener: (payload: z.infer<G[N]>) => void) => () => void
    : never;
};

/** The object that the preload script exposes as `window.cratewatch`. */
export type CratewatchApi = {
  readonly [G in keyof IpcContract]: Calls<IpcContract[G]['queries']> &
    Calls<IpcContract[G]['commands']> & { readonly on: Events<IpcContract[G]['events']> };
};

type Handler<C> = C extends { argument: z.ZodType; result: z.ZodType }
  ? (argument: z.infer<C['argument']>) => z.infer<C['result']> | Promise<z.infer<C['result']>>
  : never;

/** What the main process implements for one group. */
export type GroupHandlers<G extends keyof IpcContract> = {
  readonly [N in keyof IpcContract[G]['queries']]: Handler<IpcContract[G]['queries'][N]>;
} & {
  readonly [N in keyof IpcContract[G]['commands']]: Handler<IpcContract[G]['commands'][N]>;
};

/** The payload of one event. */
export type EventPayload<
  G extends keyof IpcContract,
  N extends keyof IpcContract[G]['events'],
> = IpcContract[G]['events'][N] extends z.ZodType ? z.infer<IpcContract[G]['events'][N]> : never;

import { z } from 'zod';
import { changeFilterSchema, changeSchema } from './change.ts';
import type { IPC_CHANNELS, IpcGroup } from './ipc-channels.ts';
import { libraryStatusSchema } from './library-status.ts';
import { noticeSchema } from './notice.ts';
import { accountSchema, serviceStateSchema, sessionStateSchema } from './session-state.ts';

/** A call from the window: what goes in, what comes out. Both are checked in the main process. */
interface CallSchema {
  readonly argument: z.ZodType;
  readonly result: z.ZodType;
}

type GroupSchema<G extends IpcGroup> = {
  readonly queries: Readonly<Record<(typeof IPC_CHANNELS)[G]['queries'][number], CallSchema>>;
  readonly commands: Readonly<Record<(typeof IPC_CHANNELS)[G]['commands'][number], CallSchema>>;
  readonly events: Readonly<Record<(typeof IPC_CHANNELS)[G]['events'][number], z.ZodType>>;
};

type ContractSchema = { readonly [G in IpcGroup]: GroupSchema<G> };

const nothing = z.undefined();
const done = z.object({ kind: z.literal('done') });

/** 32 hexadecimal digits, as the dashboard shows them. */
export const clientIdSchema = z.string().regex(/^[0-9a-f]{32}$/i);

export const appInfoSchema = z.object({
  version: z.string(),
  electronVersion: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32', 'other']),
  /** The folder in which everything lives, to show to the user. */
  dataFolder: z.string(),
  notices: z.array(noticeSchema),
});

/** Where a link of the window may lead: an address is never passed through from the window. */
export const linkTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('developer-dashboard') }),
  z.object({ kind: z.literal('account-apps') }),
  z.object({
    kind: z.literal('spotify-item'),
    uri: z.string().regex(/^spotify:(track|album|artist|playlist|episode|show):[A-Za-z0-9]+$/),
  }),
]);

export const sessionSnapshotSchema = z.object({
  /** `sample` while the sample library is explored. */
  mode: z.enum(['spotify', 'sample']),
  state: sessionStateSchema,
  service: serviceStateSchema,
  account: accountSchema.nullable(),
  setup: z.object({
    /** From the settings or the environment; the user can change it. */
    clientId: z.string().nullable(),
    /** The exact strings to register at the dashboard, in the order in which they are tried. */
    redirectUris: z.array(z.string()),
  }),
});

export const changesPageSchema = z.object({
  /** Rows that the filter lets through, in all. */
  total: z.number().int(),
  offset: z.number().int(),
  rows: z.array(changeSchema),
});

/**
 * The whole contract. The preload script, the renderer's types, the main process's handlers and the
 * test double are all derived from it: a call that is missing on one side does not compile.
 */
export const IPC_CONTRACT = {
  app: {
    queries: { info: { argument: nothing, result: appInfoSchema } },
    commands: {
      openLink: {
        argument: linkTargetSchema,
        result: z.object({ kind: z.enum(['done', 'not-opened']) }),
      },
      copyText: { argument: z.string().max(2_000), result: done },
      dismissNotice: { argument: z.string(), result: done },
    },
    events: { notices: z.array(noticeSchema) },
  },
  session: {
    queries: { snapshot: { argument: nothing, result: sessionSnapshotSchema } },
    commands: {
      signIn: {
        argument: z.object({ clientId: z.string() }),
        result: z.object({ kind: z.enum(['started', 'client-id-invalid', 'already-running']) }),
      },
      openBrowserAgain: {
        argument: nothing,
        result: z.object({ kind: z.enum(['done', 'not-running', 'not-opened']) }),
      },
      cancelSignIn: { argument: nothing, result: done },
      exploreSample: {
        argument: nothing,
        result: z.object({ kind: z.enum(['started', 'failed']) }),
      },
      retry: { argument: nothing, result: done },
      disconnect: {
        argument: nothing,
        result: z.object({ kind: z.enum(['done', 'keychain-failed']) }),
      },
    },
    events: { changed: sessionSnapshotSchema },
  },
  library: {
    queries: { status: { argument: nothing, result: libraryStatusSchema } },
    commands: {
      checkNow: {
        argument: nothing,
        result: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('started') }),
          z.object({ kind: z.literal('already-running') }),
          z.object({ kind: z.literal('not-now'), untilMs: z.number().nullable() }),
        ]),
      },
    },
    events: { changed: libraryStatusSchema },
  },
  changes: {
    queries: {
      page: {
        argument: z.object({
          filter: changeFilterSchema,
          offset: z.number().int().min(0),
          count: z.number().int().min(1).max(200),
        }),
        result: changesPageSchema,
      },
    },
    commands: {
      /** Marks every change up to and including this id as read. */
      markRead: { argument: z.object({ throughId: z.number().int() }), result: done },
    },
    events: { arrived: z.object({ count: z.number().int() }) },
  },
} as const satisfies ContractSchema;

export type IpcContract = typeof IPC_CONTRACT;
export type AppInfo = z.infer<typeof appInfoSchema>;
export type LinkTarget = z.infer<typeof linkTargetSchema>;
export type SessionSnapshot = z.infer<typeof sessionSnapshotSchema>;
export type ChangesPage = z.infer<typeof changesPageSchema>;

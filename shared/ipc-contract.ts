import { z } from 'zod';
import { attentionKindSchema, libraryAttentionSchema } from './attention.ts';
import { changeFilterSchema, changeSchema } from './change.ts';
import { changedListSchema, feedPageSchema, feedWindowSchema } from './change-feed.ts';
import { connectionSchema } from './connection.ts';
import { desktopSettingsSchema } from './desktop-settings.ts';
import {
  itemTimelineSchema,
  listDifferenceSchema,
  listStateSchema,
  substituteSchema,
} from './history.ts';
import {
  differenceQuerySchema,
  itemUriSchema,
  observationsQuerySchema,
  observationsWindowSchema,
  stateQuerySchema,
  timelineQuerySchema,
} from './history-queries.ts';
import { historySettingsSchema } from './history-settings.ts';
import type { IPC_CHANNELS, IpcGroup } from './ipc-channels.ts';
import {
  playlistsQuerySchema,
  playlistsWindowSchema,
  rowsQuerySchema,
  rowsWindowSchema,
  searchQuerySchema,
  searchResultSchema,
} from './library-rows.ts';
import { libraryStatusSchema } from './library-status.ts';
import { listSizesSchema, sizesQuerySchema } from './list-sizes.ts';
import { loginItemSchema } from './login-item.ts';
import { noticeSchema } from './notice.ts';
import { proxyAnswerSchema, proxyOrderSchema, proxySettingSchema } from './proxy-setting.ts';
import { requestSettingsSchema } from './request-settings.ts';
import { sessionSettingsSchema, tokenCacheKindSchema } from './session-settings.ts';
import { accountSchema, serviceStateSchema, sessionStateSchema } from './session-state.ts';
import { updateStateSchema } from './update-state.ts';
import { windowProblemSchema } from './window-problem.ts';
import { windowSettingsSchema } from './window-settings.ts';
import { viewOwnerSchema, windowViewSchema } from './window-view.ts';

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

/** 32 hexadecimal digits too. */
export const clientSecretSchema = z.string().regex(/^[0-9a-f]{32}$/i);

/** Visible ASCII without spaces, as it must stand in an HTTP header (RFC 6749 §A.12). */
export const accessTokenSchema = z.string().regex(/^[\x21-\x7e]{20,8192}$/);

/**
 * The secret that goes with a client ID. `kept`: the one that the session has already, or that the
 * environment offers; it never comes to the window.
 */
const secretChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('kept') }),
  z.object({ kind: z.literal('given'), secret: z.string() }),
]);
export type SecretChoice = z.infer<typeof secretChoiceSchema>;

/** The ways in. Values are checked again in the main process, with a reason where one is wrong. */
export const signInRequestSchema = z.discriminatedUnion('way', [
  /** The browser of this machine. */
  z.object({ way: z.literal('browser'), clientId: z.string(), secret: secretChoiceSchema }),
  /** A browser anywhere; its callback address is pasted. */
  z.object({ way: z.literal('pasted'), clientId: z.string(), secret: secretChoiceSchema }),
  z.object({
    way: z.literal('client-credentials'),
    clientId: z.string(),
    secret: secretChoiceSchema,
  }),
  z.object({ way: z.literal('access-token'), token: z.string() }),
]);
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** Why a token file of another program cannot be taken over. */
export const importRefusalSchema = z.enum([
  'not-found',
  'too-large',
  'not-json',
  'not-a-token-file',
  'no-token',
  /** There is no refresh token, and the access token's time is over. */
  'expired',
]);
export type ImportRefusal = z.infer<typeof importRefusalSchema>;

/** Why a pasted callback address is not the one that is waited for. */
export const callbackRefusalSchema = z.enum([
  'empty',
  'not-an-address',
  /** Another host, port or path than the redirect URI of this sign-in. */
  'other-address',
  /** From another sign-in, or from another app. */
  'other-sign-in',
  'no-code',
]);
export type CallbackRefusal = z.infer<typeof callbackRefusalSchema>;

export const connectionTestSchema = z.discriminatedUnion('kind', [
  /** A live access token, and Spotify said who it is: null for ways without a user. */
  z.object({ kind: z.literal('ok'), displayName: z.string().nullable() }),
  /** There is no access token to be had; the state of the session says why. */
  z.object({ kind: z.literal('no-token') }),
  /** There is one, and the Web API does not answer with it; the state of the service says why. */
  z.object({
    kind: z.literal('service'),
    reason: z.enum([
      'offline',
      'rate-limited',
      'quota-exhausted',
      'budget-spent',
      'premium-lapsed',
      'not-allow-listed',
      'scope-missing',
      'token-refused',
      'trouble',
    ]),
    untilMs: z.number().nullable(),
  }),
]);
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

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
  /** Where the versions of Cratewatch are. */
  z.object({ kind: z.literal('releases') }),
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
  connection: connectionSchema,
  setup: z.object({
    /** From the settings or the environment; the user can change it. */
    clientId: z.string().nullable(),
    /** Whether a secret is at hand for this client ID; its value stays in the main process. */
    hasSecret: z.boolean(),
    /** The exact strings to register at the dashboard, in the order in which they are tried. */
    redirectUris: z.array(z.string()),
  }),
});

/** Settings that the window may see and change. */
export const visibleSettingsSchema = z.object({
  ...sessionSettingsSchema.shape,
  ...requestSettingsSchema.shape,
  ...historySettingsSchema.shape,
  ...windowSettingsSchema.shape,
  ...desktopSettingsSchema.shape,
  proxy: proxySettingSchema,
});

/** Those that `update` changes; the proxy has a command of its own, since a password goes with it. */
export const changeableSettingsSchema = visibleSettingsSchema.omit({ proxy: true });

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
    queries: {
      info: { argument: nothing, result: appInfoSchema },
      /** What the window showed when it was last closed; null where nothing is kept. */
      view: { argument: nothing, result: windowViewSchema.nullable() },
      /** Versions, states and the last lines of the log, without anything private. */
      diagnostics: { argument: nothing, result: z.object({ text: z.string() }) },
      /** Whether the system starts Cratewatch at login, as it stands there now. */
      loginItem: { argument: nothing, result: loginItemSchema },
    },
    commands: {
      openLink: {
        argument: linkTargetSchema,
        result: z.object({ kind: z.enum(['done', 'not-opened']) }),
      },
      copyText: { argument: z.string().max(2_000), result: done },
      /** Copies what `diagnostics` answered last. */
      copyDiagnostics: {
        argument: nothing,
        result: z.object({ kind: z.enum(['done', 'nothing-shown']) }),
      },
      /** Shows the log in the system's file manager. */
      showLogFile: { argument: nothing, result: done },
      dismissNotice: { argument: z.string(), result: done },
      /** Ends the app and starts it again. */
      restart: { argument: nothing, result: done },
      /** Answers how it stands afterwards, which need not be what was asked for. */
      setLoginItem: {
        argument: z.object({ isOn: z.boolean() }),
        result: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('done'), item: loginItemSchema }),
          z.object({ kind: z.literal('failed') }),
        ]),
      },
      /** What the window shows. Ignored where it is another's library than the one of the moment. */
      keepView: {
        argument: z.object({ owner: viewOwnerSchema, view: windowViewSchema }),
        result: done,
      },
      /** A fault of the window itself, for the log. */
      reportProblem: { argument: windowProblemSchema, result: done },
    },
    events: { notices: z.array(noticeSchema) },
  },
  session: {
    queries: { snapshot: { argument: nothing, result: sessionSnapshotSchema } },
    commands: {
      /** How it ends is told by the session's state. */
      signIn: {
        argument: signInRequestSchema,
        result: z.object({
          kind: z.enum([
            'started',
            'client-id-invalid',
            'secret-invalid',
            'token-invalid',
            'already-running',
          ]),
        }),
      },
      /** Lets the user choose a token file of Spotipy or of the Python spotify-sdk. */
      importTokens: {
        argument: z.object({ clientId: z.string(), secret: secretChoiceSchema }),
        result: z.discriminatedUnion('kind', [
          z.object({
            kind: z.enum([
              'started',
              'no-file-chosen',
              'client-id-invalid',
              'secret-invalid',
              'already-running',
            ]),
          }),
          z.object({ kind: z.literal('refused'), reason: importRefusalSchema }),
        ]),
      },
      openBrowserAgain: {
        argument: nothing,
        result: z.object({ kind: z.enum(['done', 'not-running', 'not-opened']) }),
      },
      /** The address to which Spotify sent a browser on another machine. */
      giveCallbackAddress: {
        argument: z.object({ address: z.string().max(10_000) }),
        result: z.discriminatedUnion('kind', [
          z.object({ kind: z.enum(['accepted', 'not-running']) }),
          z.object({ kind: z.literal('refused'), reason: callbackRefusalSchema }),
        ]),
      },
      /** Answers `confirming-account`. Declining leaves everything as it was. */
      confirmAccount: {
        argument: z.object({ accept: z.boolean() }),
        result: z.object({ kind: z.enum(['done', 'not-asked']) }),
      },
      cancelSignIn: { argument: nothing, result: done },
      /** A live token and `GET /me`, at the cost of one request. */
      testConnection: { argument: nothing, result: connectionTestSchema },
      /** Moves the session to another cache; where that fails, it stays where it is. */
      moveTokens: {
        argument: z.object({ to: tokenCacheKindSchema }),
        result: z.object({ kind: z.enum(['done', 'not-taken', 'left-behind', 'busy']) }),
      },
      exploreSample: {
        argument: nothing,
        result: z.object({ kind: z.enum(['started', 'failed']) }),
      },
      retry: { argument: nothing, result: done },
      disconnect: {
        argument: nothing,
        result: z.object({ kind: z.enum(['done', 'keychain-failed', 'file-failed']) }),
      },
    },
    events: { changed: sessionSnapshotSchema },
  },
  settings: {
    queries: { current: { argument: nothing, result: visibleSettingsSchema } },
    commands: {
      /** Replaces the named settings; an invalid one changes nothing. */
      update: {
        argument: z.record(z.string(), z.unknown()),
        result: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('done') }),
          z.object({ kind: z.literal('invalid'), names: z.array(z.string()) }),
          z.object({ kind: z.literal('not-written') }),
        ]),
      },
      /** Sets the proxy; holds with the next request. A password goes to the keychain. */
      setProxy: { argument: proxyOrderSchema, result: proxyAnswerSchema },
      /**
       * Puts every setting back to its default and forgets the proxy's password. History is never
       * shortened by it; sign-in, client ID and the place of the key are no settings of this kind.
       */
      reset: {
        argument: nothing,
        result: z.object({
          /** `left-behind`: all hold, but the proxy's password is still in the keychain. */
          kind: z.enum(['done', 'left-behind', 'not-written']),
        }),
      },
    },
    events: { changed: visibleSettingsSchema },
  },
  library: {
    queries: {
      status: { argument: nothing, result: libraryStatusSchema },
      /** What deserves a look and was not seen yet. */
      attention: { argument: nothing, result: z.array(libraryAttentionSchema) },
      /** The rows of a list, or all items, in any order; a window at a time. */
      rows: { argument: rowsQuerySchema, result: rowsWindowSchema },
      playlists: { argument: playlistsQuerySchema, result: playlistsWindowSchema },
      /** What begins so, in the library and in its history, the best first. */
      search: { argument: searchQuerySchema, result: searchResultSchema },
    },
    commands: {
      checkNow: {
        argument: nothing,
        result: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('started') }),
          z.object({ kind: z.literal('already-running') }),
          z.object({ kind: z.literal('not-now'), untilMs: z.number().nullable() }),
        ]),
      },
      /** Nothing is checked by itself until then, or with null until `resume`. */
      pause: { argument: z.object({ untilMs: z.number().int().nullable() }), result: done },
      resume: { argument: nothing, result: done },
      /** The user has seen what deserved a look. */
      seen: { argument: z.object({ kind: attentionKindSchema }), result: done },
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
      /** The feed by day and list, a window at a time. */
      feed: { argument: feedWindowSchema, result: feedPageSchema },
      /** The lists in which something changed, the latest first; 500 at most. */
      lists: { argument: nothing, result: z.array(changedListSchema) },
    },
    commands: {
      /** Marks every change up to and including this id as read. */
      markRead: { argument: z.object({ throughId: z.number().int() }), result: done },
    },
    events: { arrived: z.object({ count: z.number().int() }) },
  },
  /** What lists and items had been. Null where the account has no such list or item. */
  history: {
    queries: {
      /** When a list was seen to have changed, newest first. */
      observations: { argument: observationsQuerySchema, result: observationsWindowSchema },
      /** A list as it was last seen at or before a moment. */
      state: { argument: stateQuerySchema, result: listStateSchema.nullable() },
      /** What leads from one moment of a list to another, which may be the earlier one. */
      difference: { argument: differenceQuerySchema, result: listDifferenceSchema.nullable() },
      /** Everything that happened to one item in any list, oldest first. */
      timeline: { argument: timelineQuerySchema, result: itemTimelineSchema.nullable() },
      /** Other editions of an item that the library holds, the best first. */
      substitutes: { argument: itemUriSchema, result: z.array(substituteSchema) },
      /** How long a list was over time, oldest first; thinned out where that is a long story. */
      sizes: { argument: sizesQuerySchema, result: listSizesSchema.nullable() },
    },
    commands: {},
    events: {},
  },
  /** Newer versions of Cratewatch. Each command does nothing where the setting is off. */
  updates: {
    queries: { state: { argument: nothing, result: updateStateSchema } },
    commands: {
      look: {
        argument: nothing,
        result: z.object({ kind: z.enum(['started', 'not-now']) }),
      },
      download: {
        argument: nothing,
        result: z.object({ kind: z.enum(['started', 'not-now']) }),
      },
      /** Ends a download; what had arrived of it is deleted. */
      cancel: { argument: nothing, result: done },
      /** Closes Cratewatch, puts the downloaded version in its place and starts that. */
      install: {
        argument: nothing,
        result: z.object({ kind: z.enum(['started', 'not-now']) }),
      },
    },
    events: { changed: updateStateSchema },
  },
} as const satisfies ContractSchema;

export type IpcContract = typeof IPC_CONTRACT;
export type AppInfo = z.infer<typeof appInfoSchema>;
export type LinkTarget = z.infer<typeof linkTargetSchema>;
export type SessionSnapshot = z.infer<typeof sessionSnapshotSchema>;
export type ChangeableSettings = z.infer<typeof changeableSettingsSchema>;
export type VisibleSettings = z.infer<typeof visibleSettingsSchema>;
export type ChangesPage = z.infer<typeof changesPageSchema>;

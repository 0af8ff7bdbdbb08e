/**
 * The names of all calls between window and main process. The preload script needs only these, so
 * they stand apart from the schemas and keep that script small.
 *
 * - `queries` read and change nothing.
 * - `commands` do something; each answers with a discriminated result.
 * - `events` go from main to the window. After one snapshot the window only listens.
 */
export const IPC_CHANNELS = {
  app: {
    queries: ['info', 'view', 'loginItem', 'diagnostics'],
    commands: [
      'openLink',
      'copyText',
      'copyDiagnostics',
      'showLogFile',
      'dismissNotice',
      'restart',
      'setLoginItem',
      'keepView',
      'reportProblem',
    ],
    events: ['notices'],
  },
  session: {
    queries: ['snapshot'],
    commands: [
      'signIn',
      'importTokens',
      'openBrowserAgain',
      'giveCallbackAddress',
      'confirmAccount',
      'cancelSignIn',
      'testConnection',
      'moveTokens',
      'exploreSample',
      'retry',
      'disconnect',
    ],
    events: ['changed'],
  },
  settings: {
    queries: ['current'],
    commands: ['update', 'setProxy', 'reset'],
    events: ['changed'],
  },
  library: {
    queries: ['status', 'attention', 'rows', 'playlists', 'search'],
    commands: ['checkNow', 'pause', 'resume', 'seen'],
    events: ['changed'],
  },
  changes: {
    queries: ['page', 'feed', 'lists'],
    commands: ['markRead'],
    events: ['arrived'],
  },
  history: {
    queries: ['observations', 'state', 'difference', 'timeline', 'substitutes', 'sizes'],
    commands: [],
    events: [],
  },
  updates: {
    queries: ['state'],
    commands: ['look', 'download', 'cancel', 'install'],
    events: ['changed'],
  },
} as const;

export type IpcGroup = keyof typeof IPC_CHANNELS;

/** The name on the wire. The prefix keeps us apart from Electron's own channels. */
export function channelName(group: string, name: string): string {
  return `cratewatch:${group}:${name}`;
}

export const settingsTexts = {
  title: 'Settings',
  failed: 'The settings could not be loaded',
  saved: 'Saved.',
  sections: {
    label: 'On this page',
    window: 'This window',
    requests: 'Checks and requests',
    history: 'History',
    notifications: 'Notifications',
    computer: 'This computer',
    updates: 'New versions',
    'sign-in': 'Sign-in',
    internet: 'Internet',
    browser: 'Browser sign-in',
    staying: 'Staying signed in',
    about: 'About',
    reset: 'Defaults',
  },
  /** A long default would not fit on a button. */
  restore: (byDefault: string) =>
    byDefault.length > 24 ? 'Back to the default' : `Back to ${byDefault}`,
  restoreOf: (button: string, name: string) => `${button}: ${name}`,
  range: (least: string, most: string) => `From ${least} to ${most}.`,
  switch: { on: 'on', off: 'off' },
  byDefault: (value: string) => `By default: ${value}.`,
  problems: {
    invalid: 'Cratewatch did not take this value.',
    notWritten: 'The settings could not be written to the disk. What you typed is kept here.',
    empty: 'Something has to stand here.',
  },
  kept: {
    title: 'Where the sign-in is kept',
    label: 'Where the sign-in is kept',
    byDefault: 'the system keychain',
    apply: 'Keep it there',
    moving: 'Moving…',
    sample:
      'While you explore the sample library, its sign-in is kept in memory and ends with it. You choose a place once you sign in to Spotify.',
    file: {
      title: 'Keep the sign-in in a file?',
      body: 'Any program of yours can read this file. It lets its reader into your Spotify account until you sign out.',
      confirm: 'Keep it in a file',
      cancel: 'Leave it where it is',
    },
  },
  ways: {
    title: 'Your sign-in',
    sample: 'Leave the sample library first; then you choose how to sign in to Spotify.',
  },
  browser: { title: 'Signing in with the browser' },
  staying: { title: 'Staying signed in' },
  fields: {
    showDialog: {
      name: 'Always show Spotify’s page',
      purpose:
        'Otherwise Spotify may let you straight through once you have agreed. Useful to change to another account.',
    },
    signInLimitSeconds: {
      name: 'Time for signing in',
      purpose: 'How long Cratewatch waits for you to press “Agree” in the browser.',
      unit: 'seconds',
    },
    redirectPorts: {
      name: 'Ports for the way back',
      purpose:
        'The browser brings the answer to one of these ports of this computer; the first free one is used. Separate them with commas.',
      register: 'Register exactly these at Spotify’s dashboard:',
    },
    manualRedirectUri: {
      name: 'Address for the pasted way',
      purpose:
        'Where Spotify sends a browser on another computer. Empty means: to the first of the ports above.',
      byDefault: 'empty',
      placeholder: 'The first of the ports above',
    },
    scopes: {
      name: 'Permissions to ask for',
      purpose: 'By Spotify’s own names, with spaces between. Asked for at the next sign-in.',
      byDefault: 'all that it takes to read your library, and nothing that writes',
    },
    skewSeconds: {
      name: 'Reserve before the end',
      purpose: 'Access with less time left than this is renewed before it is used.',
      unit: 'seconds',
    },
    timeoutSeconds: {
      name: 'Patience with Spotify',
      purpose: 'How long one request for new access may take.',
      unit: 'seconds',
    },
    maxRetries: {
      name: 'Quick retries',
      purpose:
        'How often a renewal that went wrong is tried again at once. Later tries go on for as long as needed.',
      unit: 'times',
    },
  },
  about: {
    title: 'About',
    version: (version: string, electron: string) =>
      `Cratewatch ${version}, on Electron ${electron}`,
    folder: 'Your library’s history and settings are kept in this folder:',
    logFile: 'Show log file',
  },
} as const;

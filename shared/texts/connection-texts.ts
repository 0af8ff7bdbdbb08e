export const connectionTexts = {
  title: 'Connection',
  actions: 'What you can do',
  test: {
    button: 'Test connection',
    underWay: 'Testing…',
    note: 'Testing asks Spotify who you are and costs one of the day’s requests.',
  },
  renew: {
    button: 'Renew sign-in',
    alreadyRunning: 'A sign-in is already under way.',
    notAccepted: 'This client ID was not accepted. Look at it in the settings.',
  },
  disconnect: { button: 'Disconnect…', leaveSample: 'Leave the sample library…' },
  access: {
    title: 'Access',
    span: (since: string, ends: string) => `Since ${since}, ends ${ends}`,
    signingIn: 'Shown again as soon as this sign-in is done.',
    none: 'There is no access at the moment. Its life shows here as soon as there is.',
  },
  signIn: {
    title: 'Sign-in',
    label: 'How much of the six months is over',
    began: (day: string) => `Signed in ${day}`,
    ends: (day: string) => `Ends ${day}`,
    note: 'Spotify ends every sign-in after six months. Renewing it starts six new ones.',
    unknown:
      'Nobody knows when this sign-in began, so its end cannot be foretold. Renew it once to start six known months.',
  },
  permissions: {
    title: 'Missing permissions',
    intro: 'Spotify’s page asked for these, and they were not given:',
    button: 'Renew and agree to everything',
  },
  kept: {
    title: 'Where the sign-in is kept',
    change: 'Change in Settings',
  },
  clock: { title: 'Clock' },
  refreshes: {
    title: 'Last renewals of access',
    columns: { time: 'Time', cause: 'Why', outcome: 'Result' },
    none: 'Access was not renewed yet. Each time it is, a line appears here.',
  },
} as const;

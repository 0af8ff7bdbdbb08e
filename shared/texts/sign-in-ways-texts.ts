import { welcomeTexts } from './welcome-texts.ts';

/** The ways in, each with what it is good for, and what their fields and answers say. */
export const signInWaysTexts = {
  disclosure: 'Other ways to sign in',
  group: 'How to sign in',
  ways: {
    browser: {
      label: 'This computer’s browser',
      about: 'The usual way. Your browser opens Spotify’s page and comes back by itself.',
      button: welcomeTexts.steps.signIn.button,
    },
    pasted: {
      label: 'A browser on another computer',
      about:
        'For a computer that has no browser, or that you use from afar. You open an address elsewhere and paste the one where it ends.',
      button: 'Get the address',
    },
    'client-credentials': {
      label: 'App only',
      about:
        'Good for trying out a client ID and its secret. It sees public data only, not your library, and takes the place of a sign-in that is there.',
      button: 'Sign in as the app',
    },
    'access-token': {
      label: 'Access token',
      about:
        'Good for a quick look. It lasts an hour at most, is never renewed, and takes the place of a sign-in that is there.',
      button: 'Use this access token',
    },
    import: {
      label: 'A session of Spotipy or spotify-sdk',
      about:
        'Takes over the file in which that program keeps its sign-in. The program should not go on using it: of two that renew it, one may be turned away.',
      button: 'Choose the file…',
    },
  },
  secret: {
    label: 'Client secret',
    optional: 'Only if your app is to use one. Signing in works without it too.',
    needed: 'It stands on your app’s page, behind “View client secret”.',
    forImport: 'Only if the other program used one.',
    known: 'A secret is already known and will be used. Paste another one to replace it.',
    valid: 'Looks right.',
    missing: 'Paste the client secret first.',
  },
  token: {
    label: 'Access token',
    hint: 'One long word, with or without “Bearer” in front.',
    valid: 'Looks right.',
    missing: 'Paste the access token first.',
  },
  show: (label: string) => `Show ${label.toLowerCase()}`,
  hide: (label: string) => `Hide ${label.toLowerCase()}`,
  showButton: 'Show',
  hideButton: 'Hide',
  signedIn: 'Signed in.',
  answers: {
    secretInvalid: 'This client secret was not accepted. It has 32 characters, 0–9 and a–f.',
    tokenInvalid: 'This access token cannot be used. Copy it once more.',
    alreadyRunning: 'A sign-in is already running.',
  },
  /** While a browser on another computer has the word. */
  pasting: {
    title: 'Waiting for the address from your browser',
    open: 'Open this address in any browser and press “Agree”:',
    copy: 'Copy the address of Spotify’s page',
    openHere: 'Open it here',
    paste:
      'The browser then ends on a page that may not load. Copy its address, the whole line at the top, and paste it:',
    label: 'Address where it ended',
    hint: (redirectUri: string) => `It begins with “${redirectUri}”.`,
    valid: 'Looks right.',
    submit: 'Go on',
    missing: 'Paste the address first.',
  },
} as const;

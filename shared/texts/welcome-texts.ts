export const welcomeTexts = {
  title: 'Welcome',
  headline: 'Know what comes and goes in your library',
  intro:
    'Cratewatch keeps an eye on your Spotify library and remembers every change, on this computer. Setting it up takes about three minutes.',
  steps: {
    app: {
      title: 'Create your own app at Spotify',
      body: 'Spotify gives each person a private way in. It is free, but the account needs Premium.',
      open: 'Open Spotify’s dashboard',
      redirectUris: 'As “Redirect URIs”, add exactly:',
      api: 'Under “Which API/SDKs are you planning to use?”, tick “Web API”.',
    },
    clientId: {
      title: 'Paste the client ID',
      label: 'Client ID',
      placeholder: 'Client ID',
      hint: 'It stands on your app’s page: 32 characters, 0–9 and a–f. Not the client secret.',
      valid: 'Looks right.',
    },
    signIn: {
      title: 'Sign in',
      body: 'Your browser opens Spotify’s page. Press “Agree” there and come back.',
      button: 'Sign in with Spotify',
      needsClientId: 'Paste the client ID first.',
    },
  },
  waiting: {
    title: 'Waiting for you in the browser',
    body: 'Press “Agree” on Spotify’s page, then come back here.',
    timeLeft: (left: string) => `${left} left`,
    again: 'Open the browser again',
    cancel: 'Cancel',
  },
  copy: (text: string) => `Copy ${text}`,
  copyButton: 'Copy',
  copied: 'Copied',
  sample: {
    title: 'Only looking?',
    body: 'A small made-up Spotify starts on this computer, with invented artists and a library that changes while you watch. No account is needed and nothing leaves this computer.',
    button: 'Explore a sample library',
    starting: 'Starting…',
    failed: 'The sample library could not be started. Try once more.',
  },
  stored: {
    before: 'The key to Spotify is kept in your system’s keychain, the history in',
    after: '. Nothing is sent anywhere else.',
  },
  again: {
    title: 'Sign in again',
    intro: 'Your history is kept. It takes a minute.',
    details: 'Client ID and redirect addresses',
    back: 'Not now',
  },
  answers: {
    clientIdInvalid: 'This client ID was not accepted. It has 32 characters, 0–9 and a–f.',
    notOpened: 'The browser could not be opened.',
    notRunning: 'This sign-in has ended. Start it again.',
  },
} as const;

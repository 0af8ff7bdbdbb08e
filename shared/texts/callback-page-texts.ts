/** The pages that the browser can show at the end of a sign-in. */
export type CallbackPage = 'success' | 'refused' | 'failed' | 'wrong-state' | 'not-here';

interface PageText {
  readonly title: string;
  readonly text: string;
}

/** What the browser says when it comes back from Spotify's page. */
export const callbackPageTexts = {
  windowTitle: (title: string) => `${title} · Cratewatch`,
  pages: {
    success: {
      title: 'Spotify said yes',
      text: 'You can close this tab and go back to Cratewatch.',
    },
    refused: {
      title: 'Not connected',
      text: 'You chose not to connect Cratewatch to Spotify. Nothing was changed. You can close this tab.',
    },
    failed: {
      title: 'That did not work',
      text: 'Spotify could not finish the sign-in. Close this tab and try again from Cratewatch.',
    },
    'wrong-state': {
      title: 'This page belongs to another sign-in',
      text: 'It may come from an older tab. Cratewatch is still waiting: go on in the newest Spotify tab, or start again from Cratewatch.',
    },
    'not-here': {
      title: 'Nothing here',
      text: 'Cratewatch only listens here while you sign in.',
    },
  } satisfies Readonly<Record<CallbackPage, PageText>>,
} as const;

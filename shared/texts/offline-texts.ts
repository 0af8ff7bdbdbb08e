import type { OfflineCause } from '../session-state.ts';

interface OfflineWords {
  readonly headline: string;
  /** For the session, which knows when it tries again. */
  readonly session: (nextTry: string) => string;
  /** For the Web API, where checking goes on as soon as something answers. */
  readonly service: string;
}

/** Why Spotify is out of reach, in words, and what the user can do about it. */
export const OFFLINE_WORDS: Readonly<Record<OfflineCause, OfflineWords>> = {
  'no-network': {
    headline: 'You are offline',
    session: (nextTry) =>
      `Cratewatch tries again ${nextTry}, and at once when the network is back.`,
    service: 'Checking goes on by itself when the network is back.',
  },
  unreachable: words(
    'Spotify cannot be reached',
    'There is a network, but no answer from Spotify.',
    'You stay signed in.',
  ),
  'guest-network': words(
    'This network wants you to sign in to it first',
    'Open any page in your browser to see what it asks, as in a hotel or a train.',
    'You stay signed in to Spotify.',
  ),
  untrusted: words(
    'The connection to Spotify cannot be trusted',
    'Often this computer’s clock is wrong, or the network shows a page of its own first.',
    'You stay signed in.',
  ),
  'proxy-login': words(
    'Your proxy wants a name and password',
    'They are given in Settings, under “Connection to the internet”.',
    'You stay signed in.',
  ),
  'proxy-unreachable': words(
    'Your proxy does not lead to Spotify',
    'Its address is in Settings, under “Connection to the internet”, or in the settings of your system.',
    'You stay signed in.',
  ),
};

function words(headline: string, meaning: string, stays: string): OfflineWords {
  return {
    headline,
    session: (nextTry) => `${meaning} ${stays} Cratewatch tries again ${nextTry}.`,
    service: `${meaning} Checking goes on by itself.`,
  };
}

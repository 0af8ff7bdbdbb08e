import type { OfflineCause } from '../session-state.ts';

interface OfflineWords {
  readonly headline: string;
  /** What it means, or what helps. */
  readonly meaning: string;
  /** For the session, which knows when it tries again. */
  readonly session: (nextTry: string) => string;
  /** For the Web API, where checking goes on as soon as something answers. */
  readonly service: string;
}

/** Why Spotify is out of reach, in words, and what the user can do about it. */
export const OFFLINE_WORDS: Readonly<Record<OfflineCause, OfflineWords>> = {
  'no-network': {
    headline: 'You are offline',
    meaning: 'Check your network connection.',
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
    'Somebody looks into it: a company’s network, whose certificate this computer does not know, or one that shows a page of its own first.',
    'You stay signed in.',
  ),
  'certificate-date': words(
    'The connection to Spotify cannot be trusted',
    'By this computer’s clock, Spotify’s certificate is out of date. Most often the clock is wrong.',
    'You stay signed in.',
  ),
  'certificate-name': words(
    'Somebody else answers in Spotify’s place',
    'Most often the network shows a page of its own first. Open any page in your browser to see it.',
    'You stay signed in.',
  ),
  'proxy-login': words(
    'Your proxy wants a name and password',
    'Write them in Settings, next to the proxy’s address. If they stand there already, the proxy did not accept them.',
    'You stay signed in.',
  ),
  'proxy-unreachable': words(
    'Your proxy does not answer',
    'It may be down, or belong to another network than this one. Its address stands in Settings, or in those of your system.',
    'You stay signed in.',
  ),
  'proxy-refused': words(
    'Your proxy does not let Cratewatch through to Spotify',
    'Whoever runs the proxy can allow it, or you choose another one in Settings.',
    'You stay signed in.',
  ),
  'proxy-unusable': words(
    'Your proxy cannot be used',
    'It is a SOCKS proxy, or there is no proxy that can be trusted at its address. Choose another one in Settings.',
    'You stay signed in.',
  ),
};

/** Where the user can mend it, as a part of the sentence on the state. */
export function settingFor(cause: OfflineCause): { readonly setting?: 'proxy' } {
  switch (cause) {
    case 'proxy-login':
    case 'proxy-unreachable':
    case 'proxy-refused':
    case 'proxy-unusable':
      return { setting: 'proxy' };
    default:
      return {};
  }
}

function words(headline: string, meaning: string, stays: string): OfflineWords {
  return {
    headline,
    meaning,
    session: (nextTry) => `${meaning} ${stays} Cratewatch tries again ${nextTry}.`,
    service: `${meaning} Checking goes on by itself.`,
  };
}

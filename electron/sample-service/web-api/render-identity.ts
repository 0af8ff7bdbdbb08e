import type { SampleBehaviour } from '../sample-service.ts';

export interface RenderContext {
  /** Scheme, host and port of this service, where the covers are. */
  readonly origin: string;
  readonly apiUrl: string;
  readonly behaviour: SampleBehaviour;
}

/** What is known about playing it; `unknown` where no market was asked for. */
export type Playability = 'playable' | 'restricted' | 'unknown';

const COVER_SIZES = [640, 300, 64] as const;
const SOME_MARKETS: readonly string[] = ['AT', 'BE', 'DE', 'NL', 'SE'];

/** Three sizes, as recorded bodies have them. */
export function renderImages(seed: string, context: RenderContext): object[] {
  return COVER_SIZES.map((size) => ({
    height: size,
    url: `${context.origin}/artwork/${seed}.png?size=${size}`,
    width: size,
  }));
}

/** The fields that every object of Spotify's has. */
export function renderIdentity(
  type: 'album' | 'artist' | 'track' | 'episode' | 'show' | 'playlist' | 'user',
  id: string,
  context: RenderContext,
): object {
  return {
    external_urls: { spotify: `https://open.spotify.com/${type}/${id}` },
    href: `${context.apiUrl}/${type}s/${id}`,
    id,
    type,
    uri: `spotify:${type}:${id}`,
  };
}

export function renderPlayability(playability: Playability): object {
  switch (playability) {
    case 'playable':
      return { is_playable: true };
    case 'restricted':
      return { is_playable: false, restrictions: { reason: 'market' } };
    case 'unknown':
      return {};
  }
}

/** Fields that only clients from before 2026 get (facts §2, "Fields gone"). */
export function olderFields(context: RenderContext, fields: object): object {
  return context.behaviour.legacyFieldNames === false
    ? {}
    : { available_markets: SOME_MARKETS, ...fields };
}

import type { RequestFamily } from '../../../../shared/request-family.ts';
import type { Fill } from '../../../pictures/bars/bars-drawing.ts';

/** One colour and one texture a family. */
export const FAMILY_FILLS: Readonly<Record<RequestFamily, Fill>> = {
  profile: { token: '--family-profile', texture: 'level-lines' },
  library: { token: '--family-library', texture: 'plain' },
  playlists: { token: '--family-playlists', texture: 'diagonal-lines' },
  'playlist-items': { token: '--family-playlist-items', texture: 'dots' },
  catalogue: { token: '--family-catalogue', texture: 'upright-lines' },
};

import type { ListedObject } from '../catalogue/catalogue-object.ts';
import type { Playability, RenderContext } from './render-identity.ts';
import { renderLocalFile, renderTrack } from './render-music.ts';
import { renderEpisode } from './render-spoken-word.ts';

/** What stands in a playlist. */
export function renderObject(
  object: ListedObject,
  playability: Playability,
  context: RenderContext,
): object {
  switch (object.kind) {
    case 'track':
      return renderTrack(object, playability, context);
    case 'episode':
      return renderEpisode(object, playability, context);
    case 'local':
      return renderLocalFile(object);
  }
}

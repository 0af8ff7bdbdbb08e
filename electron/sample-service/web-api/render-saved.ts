import { indexOfRef } from '../catalogue/item-ref.ts';
import type { Entry } from '../collection/playlist-state.ts';
import type { SavedKind } from '../collection/sample-library.ts';
import type { SavedEntry } from '../collection/saved-list.ts';
import type { ApiContext } from './api-context.ts';
import { playabilityOf, renderWholeAlbum } from './one-object.ts';
import { renderObject } from './render-item.ts';
import { renderMoment } from './render-moment.ts';
import { renderArtist } from './render-music.ts';
import {
  renderAudiobook,
  renderEpisode,
  renderGoneEpisode,
  renderShow,
} from './render-spoken-word.ts';

/** A row of one of the user's collections. What is gone is `null` (recorded), or nearly so. */
export function renderSaved(
  kind: SavedKind,
  entry: SavedEntry,
  withMarket: boolean,
  context: ApiContext,
): object | null {
  const { catalogue } = context.library;
  const index = indexOfRef(entry.ref);
  const addedAt = renderMoment(entry.addedAtMs);
  const gone = !context.library.isInCatalogue(entry.ref);
  if (gone && kind !== 'episode') {
    return null;
  }
  switch (kind) {
    case 'album':
      return { added_at: addedAt, album: renderWholeAlbum(index, withMarket, context) };
    case 'show':
      return { added_at: addedAt, show: renderShow(catalogue.show(index), context) };
    case 'episode': {
      // Recorded: `is_playable` stands here also where no market was asked for.
      const playability = playabilityOf(entry.ref, true, context);
      const episode = gone
        ? renderGoneEpisode(context)
        : renderEpisode(catalogue.episode(index), playability, context);
      return { added_at: addedAt, episode };
    }
    case 'audiobook':
      return renderAudiobook(catalogue.audiobook(index), context);
    case 'artist':
      return renderArtist(catalogue.artist(index), context);
  }
}

/** Recorded: `is_playable` stands here also where no market was asked for. */
export function renderSavedTrack(entry: Entry, context: ApiContext): object {
  const { library } = context;
  const track = library.isInCatalogue(entry.ref)
    ? renderObject(
        library.catalogue.listed(entry.ref),
        playabilityOf(entry.ref, true, context),
        context,
      )
    : null;
  return { added_at: renderMoment(entry.addedAtMs), track };
}

import type { Audiobook, Show } from '../catalogue/catalogue-object.ts';
import { indexOfRef, kindOfRef } from '../catalogue/item-ref.ts';
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

const LONG_AGO_MS = Date.UTC(2024, 9, 20, 20, 20);

/** A row of one of the user's collections. What is gone is `null` (recorded), or nearly so. */
export function renderSaved(
  kind: Exclude<SavedKind, 'show'>,
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

/** A row of `GET /me/shows`, where an audiobook looks like a show (recorded). */
export function renderSavedShow(entry: SavedEntry, context: ApiContext): object | null {
  const { catalogue } = context.library;
  if (!context.library.isInCatalogue(entry.ref)) {
    return null;
  }
  const index = indexOfRef(entry.ref);
  const show =
    kindOfRef(entry.ref) === 'show'
      ? catalogue.show(index)
      : showOfAudiobook(catalogue.audiobook(index));
  return {
    // Of an audiobook the library keeps no date; the service has to say one here.
    added_at: renderMoment(entry.addedAtMs ?? LONG_AGO_MS),
    show: renderShow(show, context),
  };
}

function showOfAudiobook({ id, uri, name, authors, totalChapters }: Audiobook): Show {
  return {
    kind: 'show',
    id,
    uri,
    name,
    publisher: authors[0] ?? name,
    totalEpisodes: totalChapters,
  };
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

import type { Audiobook, Episode, Show } from '../catalogue/catalogue-object.ts';
import {
  olderFields,
  type Playability,
  type RenderContext,
  renderIdentity,
  renderImages,
  renderPlayability,
} from './render-identity.ts';

export function renderShow(show: Show, context: RenderContext): object {
  const about = `${show.name}, every other week.`;
  return {
    ...renderIdentity('show', show.id, context),
    copyrights: [],
    description: about,
    explicit: false,
    html_description: `<p>${about}</p>`,
    images: renderImages(show.id, context),
    is_externally_hosted: false,
    languages: ['en'],
    media_type: 'audio',
    name: show.name,
    total_episodes: show.totalEpisodes,
    ...olderFields(context, { publisher: show.publisher }),
  };
}

/** As it stands in its show. */
export function renderShowEpisode(
  episode: Episode,
  playability: Playability,
  context: RenderContext,
): object {
  const about = `An episode of ${episode.show.name}.`;
  return {
    ...renderIdentity('episode', episode.id, context),
    audio_preview_url: null,
    description: about,
    duration_ms: episode.durationMs,
    explicit: false,
    html_description: `<p>${about}</p>`,
    images: renderImages(episode.show.id, context),
    is_externally_hosted: false,
    ...renderPlayability(playability),
    language: 'en',
    languages: ['en'],
    name: episode.name,
    release_date: episode.releaseDate,
    release_date_precision: 'day',
  };
}

export function renderEpisode(
  episode: Episode,
  playability: Playability,
  context: RenderContext,
): object {
  return {
    ...renderShowEpisode(episode, playability, context),
    show: renderShow(episode.show, context),
  };
}

/** Recorded among the saved episodes, in the place of one that is gone. */
export function renderGoneEpisode(context: RenderContext): object {
  return {
    audio_preview_url: null,
    description: null,
    duration_ms: null,
    explicit: false,
    external_urls: { spotify: 'https://open.spotify.com/episode/null' },
    href: `${context.apiUrl}/episodes/null`,
    html_description: null,
    id: null,
    images: [],
    is_externally_hosted: null,
    language: null,
    languages: [null],
    name: null,
    release_date: '0000',
    release_date_precision: 'year',
    resume_point: { fully_played: false, resume_position_ms: null },
    show: {
      copyrights: null,
      description: null,
      explicit: false,
      external_urls: { spotify: 'https://open.spotify.com/show/null' },
      href: `${context.apiUrl}/shows/null`,
      html_description: null,
      id: null,
      images: [],
      is_externally_hosted: null,
      languages: [null],
      media_type: null,
      name: null,
      publisher: null,
      total_episodes: null,
      type: 'show',
      uri: null,
    },
    type: 'episode',
    uri: null,
  };
}

/** Recorded: an audiobook's URI and web address are those of a show. */
export function renderAudiobook(book: Audiobook, context: RenderContext): object {
  const about = `Author(s): ${book.authors.join(', ')} Narrator(s): ${book.narrators.join(', ')}`;
  return {
    ...renderIdentity('show', book.id, context),
    href: `${context.apiUrl}/audiobooks/${book.id}`,
    type: 'audiobook',
    authors: book.authors.map((name) => ({ name })),
    copyrights: [],
    description: about,
    edition: 'Unabridged',
    explicit: false,
    html_description: about.replace(' Narrator(s)', '<br/>Narrator(s)'),
    images: renderImages(book.id, context),
    is_externally_hosted: false,
    languages: ['en'],
    media_type: 'audio',
    name: book.name,
    narrators: book.narrators.map((name) => ({ name })),
    total_chapters: book.totalChapters,
    ...olderFields(context, { publisher: book.authors[0] ?? book.name }),
  };
}

/** Recorded: a chapter's type and URI are those of an episode. */
export function renderChapter(
  book: Audiobook,
  place: number,
  id: string,
  context: RenderContext,
): object {
  return {
    ...renderIdentity('episode', id, context),
    href: `${context.apiUrl}/chapters/${id}`,
    type: 'chapter',
    audio_preview_url: null,
    chapter_number: place,
    description: '',
    duration_ms: 600_000 + place * 1_000,
    explicit: false,
    html_description: '',
    images: renderImages(book.id, context),
    languages: ['en'],
    name: place === 0 ? 'Opening Credits' : `Chapter ${place}`,
    release_date: '0000',
    release_date_precision: 'year',
    ...olderFields(context, {}),
  };
}

import type { PlaylistSummary } from '../spotify/catalogue.ts';
import { ask, type PassContext, type StepResult } from './pass-context.ts';

export type FetchedPlaylists =
  | {
      readonly kind: 'whole';
      readonly summaries: ReadonlyMap<string, PlaylistSummary>;
      readonly askedAtMs: number;
    }
  /** It moved while it was read, or a row could not be understood. */
  | { readonly kind: 'not-whole' }
  | Exclude<StepResult, { kind: 'done' }>;

/** Reads the playlists list once more, to confirm what an earlier reading said. Nothing is kept. */
export async function fetchPlaylistsList(context: PassContext): Promise<FetchedPlaylists> {
  const summaries = new Map<string, PlaylistSummary>();
  let offset = 0;
  let firstAskedAtMs: number | null = null;
  for (;;) {
    const from = offset;
    const asked = await ask(context, (options) =>
      context.api.playlists({ ...options, offset: from }),
    );
    if (asked.kind === 'cancelled') {
      return asked;
    }
    if (asked.kind === 'failed') {
      return { kind: 'stopped', failure: asked.failure };
    }
    const { entries, dropped, total, nextOffset } = asked.value;
    // What the whole says is only as fresh as its oldest page.
    firstAskedAtMs ??= asked.askedAtMs;
    const sizeBefore = summaries.size;
    for (const summary of entries) {
      summaries.set(summary.id, summary);
    }
    const isSound = dropped === 0 && summaries.size === sizeBefore + entries.length;
    if (isSound && summaries.size === total) {
      return { kind: 'whole', summaries, askedAtMs: firstAskedAtMs };
    }
    if (!isSound || nextOffset === null || nextOffset <= offset) {
      return { kind: 'not-whole' };
    }
    offset = nextOffset;
  }
}

import type { SavedKind } from './sample-library.ts';

/** One thing that happened in the sample library. */
export type LifeEvent =
  | { readonly kind: 'track-saved'; readonly uri: string }
  | { readonly kind: 'track-unsaved'; readonly uri: string }
  | { readonly kind: 'saved' | 'unsaved'; readonly what: SavedKind; readonly uri: string }
  | { readonly kind: 'items-added'; readonly playlistId: string; readonly uris: readonly string[] }
  | { readonly kind: 'item-removed'; readonly playlistId: string; readonly uri: string }
  | {
      readonly kind: 'item-moved';
      readonly playlistId: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'greyed-out'; readonly uri: string }
  | { readonly kind: 'brought-back'; readonly uri: string }
  | {
      readonly kind: 'renamed' | 'described';
      readonly playlistId: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'playlist-created'; readonly playlistId: string }
  | { readonly kind: 'playlist-deleted'; readonly playlistId: string; readonly name: string };

/** Lets time leave its traces. The same seed and the same steps change the same things. */
export interface SampleLife {
  /** Lets so many things happen now, 1 unless told. Returns what they were. */
  step(count?: number): LifeEvent[];
  /** One thing every `intervalMs` of the injected clock, until stopped. */
  start(intervalMs: number): void;
  stop(): void;
}

import type { UpdateFault, UpdateOffer } from '../../../shared/update-state.ts';

export type LookResult =
  | { readonly kind: 'newest' }
  | { readonly kind: 'newer'; readonly offer: UpdateOffer }
  | { readonly kind: 'failed'; readonly fault: UpdateFault };

export type DownloadResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly fault: UpdateFault };

/**
 * Looks for newer versions, fetches and installs them. Never throws: what goes wrong is a result.
 * Loaded when the first look is due, and not before.
 */
export interface UpdateEngine {
  /** Asks the server what its newest version is. */
  look(): Promise<LookResult>;
  /**
   * Fetches what the last look found; only a file that is exactly what was announced is kept.
   *
   * @param onProgress - bytes that have arrived
   */
  download(onProgress: (receivedBytes: number) => void): Promise<DownloadResult>;
  /** Ends a download that runs; resolves when nothing of it is left. */
  cancel(): Promise<void>;
  /**
   * Everything about an installation that can go wrong while Cratewatch still runs.
   *
   * @returns why it cannot be; null where all is ready
   */
  prepareInstall(): Promise<UpdateFault | null>;
  /**
   * Puts the new version in the place of this one and starts it. To be called when Cratewatch has
   * closed everything; where it returns, this process is to end.
   *
   * @throws where the system did not do it: then this version is still in its place
   */
  finishInstall(): Promise<void>;
  /** Deletes what was downloaded. */
  discard(): Promise<void>;
}

import type { CratewatchApi } from '../shared/ipc-derived.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly cratewatch: CratewatchApi;
  }
}

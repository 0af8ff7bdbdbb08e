/**
 * Deletes the pages that lie farthest from one of them until no more than `most` are left, so that
 * a long list stays cheap to hold.
 */
export function letGoFarFrom(page: number, pages: Map<number, unknown>, most: number): void {
  while (pages.size > most) {
    let farthest = page;
    for (const kept of pages.keys()) {
      if (Math.abs(kept - page) > Math.abs(farthest - page)) farthest = kept;
    }
    pages.delete(farthest);
  }
}

/** `lost`: something happened and is not known. `invented`: something is told that never was. */
export interface Complaint {
  readonly kind: 'lost' | 'invented';
  readonly text: string;
}

export function lost(text: string): Complaint {
  return { kind: 'lost', text };
}

export function invented(text: string): Complaint {
  return { kind: 'invented', text };
}

/** A moment as it stands in a complaint. */
export function moment(atMs: number): string {
  return new Date(atMs).toISOString();
}

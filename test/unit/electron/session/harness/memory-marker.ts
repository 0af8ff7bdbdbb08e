import type {
  SessionMarker,
  SessionMarkerStore,
} from '../../../../../electron/session/session-marker.ts';

export class MemoryMarker implements SessionMarkerStore {
  marker: SessionMarker | null;

  constructor(marker: SessionMarker | null = null) {
    this.marker = marker;
  }

  read(): SessionMarker | null {
    return this.marker;
  }

  write(marker: SessionMarker | null): void {
    this.marker = marker;
  }
}

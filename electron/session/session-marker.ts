import type { SignInReason } from '../../shared/session-state.ts';

/**
 * The non-secret trace of a session, kept in the settings. It tells a locked keychain (marker, but
 * no token to be read) from a user who never signed in (no marker).
 */
export interface SessionMarker {
  readonly clientId: string;
  /** Null until `GET /me` has answered for the first time. */
  readonly accountKey: string | null;
  readonly displayName: string | null;
  /** When the user agreed: six calendar months run from here (facts §1). Null where nobody knows. */
  readonly authorizedAtMs: number | null;
  /** Why the session ended, where its tokens were deleted after that; else null. */
  readonly ended: SignInReason | null;
}

export interface SessionMarkerStore {
  read(): SessionMarker | null;
  write(marker: SessionMarker | null): void;
}

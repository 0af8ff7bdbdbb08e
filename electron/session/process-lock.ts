/** What is held while one process alone may refresh. Releasing twice does nothing. */
export interface HeldLock {
  release(): void;
}

/**
 * A lock across every process that uses the same cached session: other windows' users, other
 * profiles, an older start that has not ended. It ends with its process, however that ends.
 */
export interface ProcessLock {
  /**
   * Takes the lock if it is free at this moment, without waiting; null while another has it. Where
   * locking itself does not work, as on a full disk, it throws.
   */
  tryAcquire(): Promise<HeldLock | null>;
  /** Closes what the lock needs. A lock that is held is released. */
  close(): void;
}

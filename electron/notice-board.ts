import type { Notice } from '../shared/notice.ts';
import { Signal } from '../shared/signal.ts';

/** What happened at the start and that the user should know, until it is dismissed. */
export class NoticeBoard {
  readonly changed = new Signal<readonly Notice[]>();
  #notices: readonly Notice[] = [];

  get all(): readonly Notice[] {
    return this.#notices;
  }

  /** Puts a notice up; one with the same id is replaced. Null, nothing to tell, is welcome. */
  add(notice: Notice | null): void {
    if (notice !== null) {
      this.#set([...this.#notices.filter(({ id }) => id !== notice.id), notice]);
    }
  }

  dismiss(id: string): void {
    this.#set(this.#notices.filter((notice) => notice.id !== id));
  }

  #set(notices: readonly Notice[]): void {
    this.#notices = notices;
    this.changed.emit(notices);
  }
}

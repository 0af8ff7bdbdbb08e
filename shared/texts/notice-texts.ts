import { assertNever } from '../assert-never.ts';
import type { Notice, UnusableReason } from '../notice.ts';
import { applicationMenuTexts } from './application-menu-texts.ts';
import type { TextFormat } from './text-format.ts';
import { momentPhrase } from './time-phrases.ts';

export interface NoticeText {
  /** What happened. */
  readonly title: string;
  /** What it means, and what to do. */
  readonly body: string;
  /** The file that was kept, and what to write before it; null when there is none. */
  readonly file: { readonly label: string; readonly name: string } | null;
}

const UNUSABLE: Readonly<Record<UnusableReason, string>> = {
  'disk-full': 'The disk is full.',
  'read-only': 'The folder cannot be written to.',
  'cannot-open': 'The folder cannot be written to.',
  damaged: 'The file could not be read.',
  other: 'The file could not be opened.',
};

/** When a notice is read, and how times are written; the machine's own by default. */
export interface NoticeTime {
  readonly nowMs?: number;
  readonly format?: TextFormat;
}

/** Something that happened at the start, for the banner. */
export function describeNotice(notice: Notice, when: NoticeTime = {}): NoticeText {
  switch (notice.kind) {
    case 'settings-set-aside':
      return {
        title: 'The settings could not be read',
        body: 'Cratewatch started with its defaults and needs your client ID again. Your library’s history is untouched.',
        file: { label: 'The old file was kept as', name: notice.keptAs },
      };
    case 'settings-unreadable':
      return {
        title: 'The settings could not be read',
        body: 'Cratewatch started without them, so it does not know your sign-in; nothing of it was deleted. Check the permissions of the files in its folder, then start it again.',
        file: null,
      };
    case 'settings-not-saved':
      return {
        title: 'Settings could not be saved',
        body: 'What you changed holds until Cratewatch ends. Check the disk and the folder’s permissions, then change it once more.',
        file: null,
      };
    case 'database-set-aside':
      return notice.reason === 'damaged'
        ? {
            title: 'The library file was damaged',
            body: 'Cratewatch reads your library anew and notices changes from then on. If you have a backup, quit and put it back.',
            file: { label: 'The damaged file was kept as', name: notice.keptAs },
          }
        : {
            title: 'The library file is from a newer Cratewatch',
            body: 'This version cannot read it and starts a new one. Install the newer version to use the old file again.',
            file: { label: 'It was kept as', name: notice.keptAs },
          };
    case 'requests-forgotten':
      return {
        title: 'The count of today’s requests was lost',
        body: 'To stay within Spotify’s daily limit, Cratewatch checks more slowly for the next 24 hours. You need not do anything; your library’s history is untouched.',
        file: null,
      };
    case 'database-unusable':
      return {
        title: 'The library file cannot be used',
        body: `Nothing can be stored until this is mended: ${UNUSABLE[notice.reason]} Check the disk and the folder’s permissions, then start Cratewatch again.`,
        file: null,
      };
    case 'restarted-after-fault':
      return {
        title: `Cratewatch had a problem ${moment(notice.atMs, when)} and started again`,
        body: 'Nothing was lost, and your library is being watched.',
        file: null,
      };
    case 'fault-endured':
      return {
        title: `Cratewatch had a problem again ${moment(notice.atMs, when)}`,
        body: 'Nothing was lost. It starts again in ten minutes, so that checks surely go on.',
        file: null,
      };
    case 'window-opened-again':
      return {
        title: 'The window had a problem and was opened again',
        body: 'Your library was watched all the while.',
        file: null,
      };
    case 'window-stayed-closed':
      return {
        title: 'The window had a problem twice and was closed',
        body: 'Your library was watched all the while. The window now begins at its first page.',
        file: null,
      };
    case 'no-tray':
      return {
        title: 'Cratewatch may have no icon on this desktop',
        body: `No panel was found that shows such icons. Cratewatch goes on watching when you close this window; start it again to open it. To end it, choose “${applicationMenuTexts.file}”, then “${applicationMenuTexts.quit}”.`,
        file: null,
      };
    default:
      return assertNever(notice);
  }
}

function moment(atMs: number, { nowMs = atMs, format = {} }: NoticeTime): string {
  return momentPhrase(atMs, nowMs, format);
}

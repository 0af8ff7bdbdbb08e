import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../../shared/notice.ts';
import { describeNotice } from '../../../../shared/texts/notice-texts.ts';

const NOTICES: readonly (readonly [Notice, title: RegExp, body: RegExp, file: string | null])[] = [
  [
    { kind: 'settings-set-aside', id: '1', keptAs: 's.json' },
    /settings could not be read/,
    /defaults/,
    's.json',
  ],
  [
    { kind: 'settings-unreadable', id: 's' },
    /settings could not be read/,
    /permissions of the files/,
    null,
  ],
  [
    { kind: 'settings-not-saved', id: 's' },
    /could not be saved/,
    /holds until Cratewatch ends/,
    null,
  ],
  [
    { kind: 'database-set-aside', id: '2', reason: 'damaged', keptAs: 'l.sqlite' },
    /damaged/,
    /backup/,
    'l.sqlite',
  ],
  [
    { kind: 'database-set-aside', id: '3', reason: 'newer-version', keptAs: 'l.sqlite' },
    /newer Cratewatch/,
    /Install the newer version/,
    'l.sqlite',
  ],
  [
    { kind: 'requests-forgotten', id: '5' },
    /requests was lost/,
    /more slowly for the next 24 hours/,
    null,
  ],
  [
    { kind: 'database-unusable', id: '4', reason: 'read-only' },
    /cannot be used/,
    /folder cannot be written to\. Check/,
    null,
  ],
  [
    { kind: 'no-tray', id: '6' },
    /may have no icon/,
    /start it again to open it\. To end it, choose “File”, then “Quit Cratewatch”/,
    null,
  ],
  [
    { kind: 'restarted-after-fault', id: '6', atMs: Date.parse('2026-11-21T19:53:00') },
    /had a problem at 19:53 and started again/,
    /Nothing was lost/,
    null,
  ],
  [
    { kind: 'fault-endured', id: '6', atMs: Date.parse('2026-11-21T19:53:00') },
    /had a problem again at 19:53/,
    /Nothing was lost.*starts again in ten minutes/,
    null,
  ],
  [{ kind: 'window-opened-again', id: '7' }, /was opened again/, /watched all the while/, null],
  [{ kind: 'window-stayed-closed', id: '7' }, /twice and was closed/, /first page/, null],
];

describe('a notice', () => {
  it.each(NOTICES)('says what happened, what it means and what to do: %o', (...row) => {
    const [notice, title, body, file] = row;
    const text = describeNotice(notice, { format: { locale: 'en-GB' } });
    expect(text.title).toMatch(title);
    expect(text.body).toMatch(body);
    expect(text.file?.name ?? null).toBe(file);
  });
});

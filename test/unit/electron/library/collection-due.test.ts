import { describe, expect, it } from 'vitest';
import {
  type CollectionDueInput,
  isCollectionDue,
  isWaiting,
  type ReadingTrouble,
  waitAfterTrouble,
} from '../../../../electron/library/collection-due.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = 1_000 * DAY;

const hourly: CollectionDueInput = {
  nowMs: NOW,
  isByHand: false,
  everyMs: HOUR,
  hasHead: true,
  rowCount: 500,
  access: 'readable',
  observedAtMs: NOW - HOUR,
  retryAtMs: null,
};
const daily = { ...hourly, everyMs: DAY, hasHead: false, observedAtMs: NOW - DAY };

describe('isCollectionDue', () => {
  it.each<[string, CollectionDueInput, boolean]>([
    ['looks at albums every hour', hourly, true],
    ['and a little earlier too', { ...hourly, observedAtMs: NOW - 52 * MINUTE }, true],
    ['but not with every check', { ...hourly, observedAtMs: NOW - 30 * MINUTE }, false],
    ['unless by hand', { ...hourly, observedAtMs: NOW - 1, isByHand: true }, true],
    ['looks at saved tracks with every check', { ...hourly, everyMs: 0, observedAtMs: NOW }, true],
    ['reads artists once a day', daily, true],
    ['and not oftener', { ...daily, observedAtMs: NOW - 20 * HOUR }, false],
    ['also not by hand', { ...daily, observedAtMs: NOW - HOUR, isByHand: true }, false],
    ['reads 5,000 artists, 100 pages, every third day', { ...daily, rowCount: 5_000 }, false],
    ['so', { ...daily, rowCount: 5_000, observedAtMs: NOW - 3 * DAY }, true],
    ['reads what was never known', { ...daily, observedAtMs: null }, true],
    ['looks again after the clock went back', { ...daily, observedAtMs: NOW + DAY }, true],
    ['leaves what it shall leave', { ...hourly, retryAtMs: NOW + 1 }, false],
    ['until its time has come', { ...hourly, retryAtMs: NOW }, true],
    ['or the user asks', { ...hourly, retryAtMs: NOW + 1, isByHand: true }, true],
    [
      'but nobody asks for audiobooks where there are none',
      { ...daily, access: 'not-offered', retryAtMs: NOW + 1, isByHand: true },
      false,
    ],
  ])('%s', (_, input, expected) => {
    expect(isCollectionDue(input)).toBe(expected);
  });

  it('takes a wait of months for a clock that was set back', () => {
    expect(isWaiting(NOW + 60 * DAY, NOW)).toBe(false);
  });
});

describe('waitAfterTrouble', () => {
  it.each<[string, ReadingTrouble, number]>([
    ['a page that is never whole', { kind: 'never-whole', rowCount: 30 }, 21.6 * MINUTE],
    ['10,000 rows that are never whole', { kind: 'never-whole', rowCount: 10_000 }, 3 * DAY],
    ['a million of them', { kind: 'never-whole', rowCount: 1_000_000 }, 14 * DAY],
    ['a refusal, once', { kind: 'refused', isAgain: false }, 0],
    ['a refusal, again', { kind: 'refused', isAgain: true }, DAY],
    ['no audiobooks', { kind: 'not-offered', isAgain: false }, DAY],
    ['no audiobooks, again', { kind: 'not-offered', isAgain: true }, 7 * DAY],
    ['a missing permission', { kind: 'scope-missing' }, DAY],
  ])('%s', (_, trouble, expected) => {
    expect(waitAfterTrouble(trouble)).toBe(expected);
  });
});

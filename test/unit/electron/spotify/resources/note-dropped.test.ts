import { expect, it } from 'vitest';
import type { ApiResult } from '../../../../../electron/spotify/api-failure.ts';
import type { Page, PlaylistWithItems } from '../../../../../electron/spotify/catalogue.ts';
import { noteDropped } from '../../../../../electron/spotify/resources/note-dropped.ts';
import { type LogFields, silentLogger } from '../../../../../shared/logger.ts';

const page = (dropped: number): Page<never> => ({
  entries: [],
  offset: 50,
  total: 60,
  nextOffset: null,
  dropped,
});

function logged() {
  const lines: [string, LogFields | undefined][] = [];
  const logger = {
    ...silentLogger,
    warn: (message: string, fields?: LogFields) => lines.push([message, fields]),
  };
  return { lines, noted: noteDropped(logger) };
}

it('an answer with rows that were left out is in the log, and goes on as it is', async () => {
  const { lines, noted } = logged();
  const result: ApiResult<Page<never>> = { kind: 'ok', value: page(3) };
  expect(await noted('saved albums', Promise.resolve(result))).toBe(result);
  expect(lines).toEqual([
    ['Some rows of an answer could not be understood.', { list: 'saved albums', dropped: 3 }],
  ]);
});

it('so is the first page of a playlist, without the name of the list', async () => {
  const { lines, noted } = logged();
  const playlist: PlaylistWithItems['playlist'] = {
    id: 'id',
    uri: 'spotify:playlist:id',
    name: 'Secret name',
    description: '',
    ownerId: null,
    ownerName: null,
    isPublic: null,
    isCollaborative: false,
    snapshotId: null,
    itemsTotal: 1,
    imageUrl: null,
  };
  const value: PlaylistWithItems = { playlist, firstPage: page(1) };
  await noted('a playlist', Promise.resolve({ kind: 'ok', value }));
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain('Secret');
});

it.each<[string, ApiResult<Page<never>>]>([
  ['an answer that is whole', { kind: 'ok', value: page(0) }],
  ['no answer', { kind: 'failed', failure: { kind: 'not-found' } }],
])('%s says nothing', async (_what, result) => {
  const { lines, noted } = logged();
  expect(await noted('saved albums', Promise.resolve(result))).toBe(result);
  expect(lines).toEqual([]);
});

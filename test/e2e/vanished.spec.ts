import type {
  EntryTruth,
  PlaylistTruth,
} from '../../electron/sample-service/collection/sample-library.ts';
import type { SampleService } from '../../electron/sample-service/sample-service.ts';
import { CHANGE_LABELS } from '../../shared/texts/change-sentence.ts';
import { changesTexts } from '../../shared/texts/changes-texts.ts';
import { itemStoryTexts } from '../../shared/texts/item-story-texts.ts';
import { libraryTexts } from '../../shared/texts/library-texts.ts';
import { listTexts } from '../../shared/texts/list-texts.ts';
import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import { playlistsTexts } from '../../shared/texts/playlists-texts.ts';
import { expect, test } from './harness/fixtures.ts';
import { expectVisibleFocus, tabTo, walk } from './harness/focus.ts';
import { ownItems, ownPlaylists } from './harness/own-playlist.ts';

/** A song that is taken out of a playlist, and a playlist that is deleted with a song in it. */
interface Losses {
  readonly kept: PlaylistTruth;
  readonly song: EntryTruth;
  readonly deleted: PlaylistTruth;
  readonly withIt: EntryTruth;
}

test('what vanished is found by its name, with when it went and from where, by keys alone', async ({
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  const { keyboard } = page;
  const { kept, song, deleted, withIt } = lose(service);
  await keyboard.press('r');

  // Overview names both, and leads to all changes.
  const recent = page.getByRole('main').getByRole('listitem');
  const told = (kind: 'item-removed' | 'playlist-gone', name: string) =>
    recent.filter({ hasText: CHANGE_LABELS[kind] }).getByText(name, { exact: true });
  await expect(told('item-removed', song.name)).toBeVisible();
  await expect(told('playlist-gone', deleted.name)).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: overviewTexts.recent.all }));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: changesTexts.title, level: 1 })).toBeVisible();
  await tabTo(page, page.getByRole('radio', { name: changesTexts.filters.all }));
  await walk(page, 'ArrowRight', 2);
  await keyboard.press('Space');
  const removed = page.getByRole('article');
  await expect(removed).toHaveCount(1);
  await expect(removed).toHaveAccessibleName(
    new RegExp(`^New: Removed “${escaped(song.name)}” .*from ${escaped(kept.name)}`),
  );

  await tabTo(page, removed);
  await keyboard.press('Enter');
  const story = page.getByRole('dialog', { name: song.name });
  const wholeStory = [
    new RegExp(`Gone from “${escaped(kept.name)}”`),
    new RegExp(`Added to “${escaped(kept.name)}”`),
  ];
  await expect(story.getByRole('listitem')).toHaveText(wholeStory);
  await expect(story.getByText(itemStoryTexts.inNoList)).toBeVisible();
  await keyboard.press('Escape');
  await expect(story).toHaveCount(0);
  await expect(removed).toBeFocused();
  await expectVisibleFocus(page);

  // Weeks later nobody looks through the changes: the library keeps it under "Gone".
  await keyboard.press('Control+3');
  await tabTo(page, page.getByRole('tab', { selected: true }));
  await keyboard.press('ArrowRight');
  const gone = page.getByRole('tab', { name: libraryTexts.tabs.gone });
  await expect(gone).toBeFocused();
  await expect(gone).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Control+f');
  await keyboard.type(song.name);
  const row = page.getByRole('row').filter({ hasText: song.name });
  await expect(row).toContainText(kept.name);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
  await tabTo(page, row);
  await keyboard.press('Enter');
  await expect(story.getByRole('listitem')).toHaveText(wholeStory);
  await keyboard.press('Escape');
  await expect(row).toBeFocused();
  await expectVisibleFocus(page);

  // The playlist is under "Gone" as well, with its last songs and what became of each.
  await keyboard.press('Control+4');
  await tabTo(page, page.getByRole('radio', { name: playlistsTexts.states.any }));
  await walk(page, 'ArrowRight', 2);
  await keyboard.press('Space');
  const playlist = page.getByRole('row').filter({ hasText: deleted.name });
  await expect(playlist).toContainText(/gone since/);
  await expect(playlist).toContainText(playlistsTexts.kept.words);
  await tabTo(page, playlist);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: deleted.name, level: 1 })).toBeVisible();
  await expect(page.getByText(listTexts.lastSeen)).toBeVisible();
  const contents = page.getByRole('grid', { name: listTexts.rowsNow });
  await expect(contents).toHaveAttribute('aria-rowcount', String(deleted.items.length + 1));
  await tabTo(page, contents.getByRole('row').nth(1));
  const position = deleted.items.findIndex(({ uri }) => uri === withIt.uri);
  for (let step = 0; step < position; step += 1) await keyboard.press('ArrowDown');
  await expect(contents.getByRole('row').filter({ hasText: withIt.name })).toBeFocused();
  await keyboard.press('Enter');
  const ending = page.getByRole('dialog', { name: withIt.name }).getByRole('listitem').first();
  await expect(ending).toContainText(`“${deleted.name}” left your library, with it`);
  await keyboard.press('Escape');
  await expect(contents.getByRole('row').filter({ hasText: withIt.name })).toBeFocused();
});

function lose({ library }: SampleService): Losses {
  const before = library.snapshot();
  const [one, other] = ownPlaylists(before)
    .map((playlist) => ({ playlist, items: ownItems(before, playlist) }))
    .filter(({ items }) => items.length > 0);
  const [song] = one?.items ?? [];
  const [withIt] = other?.items ?? [];
  if (one === undefined || other === undefined || song === undefined || withIt === undefined) {
    throw new Error('The sample library has no two playlists with songs of their own.');
  }
  library.removeItems(one.playlist.id, one.playlist.items.indexOf(song));
  library.deletePlaylist(other.playlist.id);
  return { kept: one.playlist, song, deleted: other.playlist, withIt };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

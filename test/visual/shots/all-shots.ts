import { libraryShots } from './library-shots.ts';
import { pictureShots } from './picture-shots.ts';
import { playlistsShots } from './playlists-shots.ts';
import { problemShots } from './problem-shots.ts';
import { settingsShots } from './settings-shots.ts';
import type { Shot } from './shot.ts';
import { troubleShots } from './trouble-shots.ts';
import { updateShots } from './update-shots.ts';
import { viewShots } from './view-shots.ts';
import { windowShots } from './window-shots.ts';

export const ALL_SHOTS: readonly Shot[] = [
  ...windowShots,
  ...playlistsShots,
  ...libraryShots,
  ...viewShots,
  ...settingsShots,
  ...updateShots,
  ...problemShots,
  ...pictureShots,
  ...troubleShots,
];

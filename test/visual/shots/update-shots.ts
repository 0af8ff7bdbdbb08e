import { updateStates } from '../update-states.ts';
import type { Shot } from './shot.ts';

/** "New versions" on the Settings page. */
export const updateShots: readonly Shot[] = Object.keys(updateStates(() => ({}))).map((name) => ({
  name: `settings-${name}`,
  query: `page=settings/updates&state=${name}`,
}));

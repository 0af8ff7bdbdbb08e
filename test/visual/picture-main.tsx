/* The size of a list by itself, in one of the states of `picture-states.ts`:
   `/picture.html?state=year`, and behind its button: `&page=button`. */
import '../../renderer/styles/tokens.css';
import '../../renderer/styles/base.css';

import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ListSizeButton } from '../../renderer/pictures/list-size/list-size-button.tsx';
import { ListSizePicture } from '../../renderer/pictures/list-size/list-size-picture.tsx';
import { createWindowState } from '../../renderer/state/window-state.ts';
import { WindowStateContext } from '../../renderer/state/window-state-context.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { createWindowApiDouble } from '../doubles/window-api.ts';
import { PICTURE_STATES } from './picture-states.ts';

const nowMs = new Date(2026, 10, 21, 15, 20).getTime();
const clock: Clock = { ...systemClock, nowMs: () => nowMs };
const query = new URLSearchParams(window.location.search);
const state = query.get('state') ?? 'year';
const overrides = PICTURE_STATES[state];
if (overrides === undefined) {
  throw new Error(`No such state; there are: ${Object.keys(PICTURE_STATES).join(', ')}`);
}
const { api } = createWindowApiDouble(overrides(nowMs));
const Shown = query.get('page') === 'button' ? ListSizeButton : ListSizePicture;
const format = { locale: 'en-GB', timeZone: undefined };

const windowState = createWindowState(api, clock, format);

function OnePicture() {
  const [chosenAtMs, setChosenAtMs] = useState<number | null>(null);
  return (
    <WindowStateContext value={windowState}>
      <main style={{ height: '100%', padding: 24, overflow: 'auto' }}>
        <h1>A list</h1>
        <Shown listId={1} chosenAtMs={chosenAtMs} onChoose={({ atMs }) => setChosenAtMs(atMs)} />
        <output>{chosenAtMs}</output>
      </main>
    </WindowStateContext>
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<OnePicture />);

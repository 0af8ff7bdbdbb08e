import '../../renderer/styles/tokens.css';
import '../../renderer/styles/base.css';

import { createRoot } from 'react-dom/client';
import { App } from '../../renderer/app.tsx';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { createWindowApiDouble, type WindowApiDouble } from '../doubles/window-api.ts';
import { sampleChanges } from './sample-changes.ts';
import { STATES } from './states.ts';

declare global {
  interface Window {
    double: WindowApiDouble;
    arrive: (count: number) => void;
  }
}

// Pictures of two runs are the same: the day is always this one, and only seconds go by.
const startMs = new Date(2026, 10, 21, 15, 20).getTime();
const clock: Clock = {
  ...systemClock,
  nowMs: () => startMs + Math.round(systemClock.monotonicMs()),
};

const query = new URLSearchParams(window.location.search);
const overrides = STATES[query.get('state') ?? 'watching'];
if (overrides === undefined) {
  throw new Error(`No such state; there are: ${Object.keys(STATES).join(', ')}`);
}
const page = query.get('page');
if (page !== null && window.location.hash === '') window.location.hash = `#/${page}`;

window.double = createWindowApiDouble(overrides(startMs));
window.arrive = (count) =>
  window.double.arrive(
    sampleChanges(count, startMs, count).map((change) => ({
      ...change,
      id: change.id + 1_000_000,
    })),
  );

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <App
      api={window.double.api}
      clock={clock}
      format={{ locale: query.get('locale') ?? 'en-GB', timeZone: undefined }}
    />,
  );
}

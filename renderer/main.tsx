// First, so that a component's own rules can refine them.
import './styles/tokens.css';
import './styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { systemClock } from '../shared/clock.ts';
import { pageFormat } from '../shared/page-format.ts';
import { App } from './app.tsx';
import { reportProblems } from './state/window-problem.ts';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no #root');
}

reportProblems(window.cratewatch);

createRoot(root, {
  // Those that a boundary stands in for are told as well.
  onCaughtError: (error) => window.reportError(error),
}).render(
  <StrictMode>
    <App
      api={window.cratewatch}
      clock={systemClock}
      format={pageFormat(location.search, navigator.language)}
    />
  </StrictMode>,
);

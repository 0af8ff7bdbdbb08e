import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Clock } from '../shared/clock.ts';
import type { CratewatchApi } from '../shared/ipc-derived.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import { Shell } from './shell/shell.tsx';
import { WindowBoundary } from './shell/window-boundary.tsx';
import { KeptViewProvider } from './state/kept-view/kept-view-context.tsx';
import { createWindowState, startWindowState } from './state/window-state.ts';
import { WindowStateContext } from './state/window-state-context.ts';

interface AppProps {
  readonly api: CratewatchApi;
  readonly clock: Clock;
  readonly format: TextFormat;
}

export function App(props: AppProps) {
  return (
    <WindowBoundary api={props.api}>
      <ConnectedWindow {...props} />
    </WindowBoundary>
  );
}

/** The window on the main process's state. It is made anew when the boundary starts over. */
function ConnectedWindow({ api, clock, format }: AppProps) {
  const [state] = useState(() => createWindowState(api, clock, format));
  useEffect(() => startWindowState(state), [state]);
  return (
    // The words are English whatever the system speaks, so the widgets' own words are too.
    <I18nProvider locale="en-GB">
      <WindowStateContext value={state}>
        <KeptViewProvider>
          <Shell />
        </KeptViewProvider>
      </WindowStateContext>
    </I18nProvider>
  );
}

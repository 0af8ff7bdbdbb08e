import { Component, type ReactNode, useEffect } from 'react';
import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { Button } from '../components/button.tsx';
import { DiagnosticsButton } from '../components/diagnostics-button.tsx';
import { WarningIcon } from '../components/icons.tsx';
import { markFirstContent } from '../state/first-content.ts';
import { navigate } from '../state/use-route.ts';
import '../components/empty-panel.css';
import './shell.css';

interface WindowBoundaryProps {
  readonly api: CratewatchApi;
  readonly children: ReactNode;
}

interface WindowBoundaryState {
  readonly hasFailed: boolean;
}

/**
 * Stands in for a window whose drawing threw; without it the page would be blank. The root
 * reports the error. Only a class can catch it.
 */
export class WindowBoundary extends Component<WindowBoundaryProps, WindowBoundaryState> {
  override state: WindowBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): WindowBoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    const { api, children } = this.props;
    return this.state.hasFailed ? <BrokenWindow api={api} onAgain={this.#startOver} /> : children;
  }

  // The main process lets no page navigate, not even to itself. Everything below was unmounted, so
  // it begins anew; on Overview, lest one page's trouble holds the user there.
  readonly #startOver = (): void => {
    navigate({ page: 'overview' });
    this.setState({ hasFailed: false });
  };
}

interface BrokenWindowProps {
  readonly api: CratewatchApi;
  readonly onAgain: () => void;
}

function BrokenWindow({ api, onAgain }: BrokenWindowProps) {
  const texts = shellTexts.broken;
  useEffect(markFirstContent, []);
  return (
    <main className="shell-broken">
      <div className="empty-panel" role="alert">
        <span className="empty-panel-sign empty-panel-sign-attention">
          <WarningIcon size={22} />
        </span>
        <h1>{texts.title}</h1>
        <p>{texts.body}</p>
        <Button onPress={onAgain} autoFocus>
          {texts.again}
        </Button>
        <DiagnosticsButton api={api} look="quiet" />
      </div>
    </main>
  );
}

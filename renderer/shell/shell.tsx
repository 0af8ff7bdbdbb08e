import { useEffect } from 'react';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { FailurePanel } from '../components/failure-panel.tsx';
import { Welcome } from '../pages/welcome/welcome.tsx';
import { markFirstContent } from '../state/first-content.ts';
import { isWelcome } from '../state/is-welcome.ts';
import { useLive, useWindowState } from '../state/window-state-context.ts';
import { Frame } from './frame.tsx';
import { NoticeBanners } from './notice-banners.tsx';
import './shell.css';

/** Decides what the window is about: setting up, or the library. */
export function Shell() {
  const { session: liveSession, library: liveLibrary } = useWindowState();
  const session = useLive(liveSession);
  const library = useLive(liveLibrary);
  const isReady = session.kind !== 'loading' && library.kind !== 'loading';

  useEffect(() => {
    if (isReady) markFirstContent();
  }, [isReady]);

  if (!isReady) return <div className="shell-loading" aria-busy="true" />;
  if (session.kind === 'failed') {
    return (
      <main className="shell-alone">
        <FailurePanel
          title={shellTexts.failed.title}
          retryLabel={shellTexts.failed.retry}
          id={session.id}
          onRetry={() => liveSession.reload()}
        />
      </main>
    );
  }
  if (isWelcome(session.value)) {
    return (
      <main className="shell-alone">
        <NoticeBanners />
        <Welcome session={session.value} />
      </main>
    );
  }
  return <Frame session={session.value} library={library} />;
}

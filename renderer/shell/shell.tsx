import { useEffect } from 'react';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { ConfirmAccountPanel } from '../components/confirm-account-panel.tsx';
import { FailurePanel } from '../components/failure-panel.tsx';
import { Welcome } from '../pages/welcome/welcome.tsx';
import { markFirstContent } from '../state/first-content.ts';
import { isWelcome } from '../state/is-welcome.ts';
import { useRoute } from '../state/use-route.ts';
import { useLive, useWindowState } from '../state/window-state-context.ts';
import { Frame } from './frame.tsx';
import { NoticeBanners } from './notice-banners.tsx';
import './shell.css';

/** Decides what the window is about: setting up, or the library. */
export function Shell() {
  const { session: liveSession, library: liveLibrary } = useWindowState();
  const session = useLive(liveSession);
  const library = useLive(liveLibrary);
  const route = useRoute();
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
  // A place for the key or a free port may have to be chosen before the first sign-in can work.
  const isToBeSet = route.page === 'settings' || route.page === 'connection';
  if (isWelcome(session.value) && !isToBeSet) {
    return (
      <main className="shell-alone">
        <ConfirmAccountPanel state={session.value.state} />
        <NoticeBanners />
        <Welcome session={session.value} />
      </main>
    );
  }
  return <Frame session={session.value} library={library} />;
}

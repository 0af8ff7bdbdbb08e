import { useRef, useState } from 'react';
import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../shared/library-status.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { ConfirmAccountPanel } from '../components/confirm-account-panel.tsx';
import { LiveRegion } from '../components/live-region.tsx';
import { Changes } from '../pages/changes/changes.tsx';
import { Connection } from '../pages/connection/connection.tsx';
import { Library } from '../pages/library/library.tsx';
import { ListPage } from '../pages/list/list-page.tsx';
import { Overview } from '../pages/overview/overview.tsx';
import { Playlists } from '../pages/playlists/playlists.tsx';
import { Settings } from '../pages/settings/settings.tsx';
import { SignInAgain } from '../pages/sign-in-again/sign-in-again.tsx';
import { useKeptPlace } from '../state/kept-view/use-kept-place.ts';
import type { Loadable } from '../state/live-value.ts';
import { navigate, useRoute } from '../state/use-route.ts';
import { useStatusSentence } from '../state/use-status-sentence.ts';
import { NoticeBanners } from './notice-banners.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { Sidebar } from './sidebar.tsx';
import { Toast } from './toast.tsx';
import { useActions } from './use-actions.ts';
import { useIntoList } from './use-into-list.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface FrameProps {
  readonly session: SessionSnapshot;
  readonly library: Loadable<LibraryStatus>;
}

/** The window once there is a library: pages beside the sidebar. */
export function Frame({ session, library }: FrameProps) {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  useKeptPlace(main);
  const [areShortcutsShown, setShortcutsShown] = useState(false);
  const status = library.kind === 'ready' ? library.value : null;
  const sentence = useStatusSentence(session, status);
  const { toast, act, say } = useActions(session, status);
  useIntoList();
  useShortcuts({
    checkNow: () => act('check-now'),
    showShortcuts: () => setShortcutsShown(true),
  });

  return (
    <div className="frame">
      <button type="button" className="skip-link" onClick={focusMain}>
        {shellTexts.skipToContent}
      </button>
      <Sidebar
        route={route}
        session={session}
        sentence={sentence}
        unreadChanges={status?.unreadChanges ?? 0}
        onShowShortcuts={() => setShortcutsShown(true)}
        onSay={say}
      />
      <main className="frame-main" id="main" tabIndex={-1} ref={main}>
        <ConfirmAccountPanel state={session.state} />
        <NoticeBanners />
        {route.page === 'overview' && (
          <Overview
            session={session}
            library={library}
            sentence={sentence}
            onAct={act}
            onSay={say}
          />
        )}
        {route.page === 'changes' && (
          <Changes route={route} session={session} status={status} onSay={say} />
        )}
        {route.page === 'library' && (
          <Library route={route} session={session} status={status} onAct={act} />
        )}
        {route.page === 'playlists' && (
          <Playlists route={route} session={session} status={status} onAct={act} onSay={say} />
        )}
        {route.page === 'list' && (
          <ListPage route={route} session={session} status={status} onAct={act} onSay={say} />
        )}
        {route.page === 'connection' && (
          <Connection session={session} library={library} onAct={act} onSay={say} />
        )}
        {route.page === 'settings' && <Settings session={session} />}
        {route.page === 'sign-in' && <SignInAgain session={session} onLeave={goToOverview} />}
      </main>
      <Toast toast={toast} />
      <LiveRegion text={sentence.headline} />
      <ShortcutsDialog isOpen={areShortcutsShown} onClose={() => setShortcutsShown(false)} />
    </div>
  );
}

function goToOverview(): void {
  navigate({ page: 'overview' });
}

// A link to an anchor would change the address, and that names the page.
function focusMain(): void {
  document.getElementById('main')?.focus();
}

import type { ReactNode } from 'react';
import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import { changesTexts } from '../../shared/texts/changes-texts.ts';
import { connectionTexts } from '../../shared/texts/connection-texts.ts';
import { libraryTexts } from '../../shared/texts/library-texts.ts';
import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import { playlistsTexts } from '../../shared/texts/playlists-texts.ts';
import { groupedNumber } from '../../shared/texts/quantities.ts';
import { settingsTexts } from '../../shared/texts/settings-texts.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import type { StatusSentence } from '../../shared/texts/status-sentence.ts';
import { BrandMark } from '../components/brand-mark.tsx';
import {
  ChangesIcon,
  DiscIcon,
  PlaylistIcon,
  PlugIcon,
  ShelfIcon,
  SlidersIcon,
} from '../components/icons.tsx';
import { StatusGlyph } from '../components/status-glyph.tsx';
import { hashOfRoute, type Route } from '../state/route.ts';
import { LIBRARY } from '../state/routes/library-route.ts';
import { PLAYLISTS } from '../state/routes/playlists-route.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { AccountMenu } from './account-menu.tsx';
import './sidebar.css';

interface SidebarProps {
  readonly route: Route;
  readonly session: SessionSnapshot;
  readonly sentence: StatusSentence;
  readonly unreadChanges: number;
  readonly onShowShortcuts: () => void;
  readonly onSay: (text: string) => void;
}

export function Sidebar(props: SidebarProps) {
  const { route, session, sentence, unreadChanges } = props;
  const { format } = useWindowState();
  const unread = groupedNumber(unreadChanges, format);
  return (
    <header className="sidebar">
      <div className="sidebar-brand">
        <BrandMark />
        <span>{shellTexts.appName}</span>
      </div>
      <nav className="sidebar-nav" aria-label={shellTexts.navigation}>
        <PageLink to={{ page: 'overview' }} route={route} icon={<DiscIcon />}>
          {overviewTexts.title}
        </PageLink>
        <PageLink to={{ page: 'changes', filter: 'all' }} route={route} icon={<ChangesIcon />}>
          {changesTexts.title}
          {unreadChanges > 0 && (
            <span className="sidebar-count tabular">
              <span aria-hidden="true">{unread}</span>
              <span className="visually-hidden">{shellTexts.unreadBadge(unread)}</span>
            </span>
          )}
        </PageLink>
        <PageLink to={LIBRARY} route={route} icon={<ShelfIcon />}>
          {libraryTexts.title}
        </PageLink>
        <PageLink to={PLAYLISTS} route={route} icon={<PlaylistIcon />}>
          {playlistsTexts.title}
        </PageLink>
        <PageLink to={{ page: 'connection' }} route={route} icon={<PlugIcon />}>
          {connectionTexts.title}
        </PageLink>
        <PageLink to={{ page: 'settings' }} route={route} icon={<SlidersIcon />}>
          {settingsTexts.title}
        </PageLink>
      </nav>
      <div className="sidebar-foot">
        <p className="sidebar-status">
          <StatusGlyph tone={sentence.tone} size={10} />
          <span>{sentence.headline}</span>
        </p>
        <AccountMenu
          session={session}
          onShowShortcuts={props.onShowShortcuts}
          onSay={props.onSay}
        />
      </div>
    </header>
  );
}

interface PageLinkProps {
  readonly to: Route;
  readonly route: Route;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function PageLink({ to, route, icon, children }: PageLinkProps) {
  return (
    <a
      className="sidebar-link"
      href={hashOfRoute(to)}
      aria-current={isWithin(route, to) ? 'page' : undefined}
      draggable={false}
    >
      {icon}
      {children}
    </a>
  );
}

/** A list is reached from the playlists, and "Playlists" leads back there. */
function isWithin(route: Route, to: Route): boolean {
  return route.page === to.page || (route.page === 'list' && to.page === 'playlists');
}

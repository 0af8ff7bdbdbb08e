import { useCallback, useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react';
import type { Change } from '../../../shared/change.ts';
import type { FeedQuery } from '../../../shared/change-feed.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { placeKey } from '../../../shared/kept-places.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { arrivedPhrase, changesTexts, emptyFeedText } from '../../../shared/texts/changes-texts.ts';
import { ArrivedButton } from '../../components/arrived-button.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyPanel } from '../../components/empty-panel.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { FirstPassPanel } from '../../components/first-pass-panel.tsx';
import { ChangesIcon, CheckIcon } from '../../components/icons.tsx';
import { ItemStory } from '../../components/item-story/item-story.tsx';
import { useMarkAllReadShortcut } from '../../shell/use-shortcuts.ts';
import { ChangeFeed } from '../../state/change-feed.ts';
import { useKeptView } from '../../state/kept-view/kept-view-context.tsx';
import { usePageAddress } from '../../state/kept-view/use-kept-place.ts';
import { withoutItem } from '../../state/routes/address.ts';
import { changeTarget } from '../../state/routes/change-route.ts';
import type { ChangesRoute } from '../../state/routes/changes-route.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { navigate } from '../../state/use-route.ts';
import { useStoryRoute } from '../../state/use-story-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { FeedFoot } from './feed-foot.tsx';
import { FeedList } from './feed-list.tsx';
import { FeedSkeleton } from './feed-skeleton.tsx';
import { FilterBar } from './filter-bar.tsx';
import { feedPlace } from './use-feed-place.ts';
import './changes.css';

interface ChangesProps {
  readonly route: ChangesRoute;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus | null;
  readonly onSay: (text: string) => void;
}

/** What came and went, day by day. */
export function Changes({ route, session, status, onSay }: ChangesProps) {
  const { mode } = session;
  usePageTitle(changesTexts.title);
  const { api, format } = useWindowState();
  const { filter, listId = null, unreadOnly = false, item = null } = route;
  const query = { filter, listId, unreadOnly };
  const story = useStoryRoute(route);
  const openStory = story.open;
  const openChange = useCallback(
    (change: Change) => {
      const target = changeTarget(change);
      if (target.kind === 'story') openStory(target.uri);
      else navigate(target.route);
    },
    [openStory],
  );
  // Another query is another feed, with a place of its own.
  const feed = useMemo(
    () => new ChangeFeed(api.changes, { filter, listId, unreadOnly }),
    [api, filter, listId, unreadOnly],
  );
  const state = useSyncExternalStore(feed.subscribe, feed.current);
  const kept = useKeptView();
  const key = placeKey(withoutItem(usePageAddress()), 'feed');
  const begin = useEffectEvent(() => {
    const place = feedPlace(kept, key);
    void (place === null ? feed.open() : feed.openAt(place));
  });
  useEffect(() => {
    begin();
    return feed.listen();
  }, [feed]);
  function showNewest() {
    kept.note(key, null);
    void feed.open();
    document.getElementById('main')?.focus();
  }

  const unread = status?.unreadChanges ?? 0;
  async function markAllRead() {
    if (unread === 0) return;
    // Nothing that was in sight is left of a list of what is new.
    if (unreadOnly) kept.note(key, null);
    await feed.markAllRead();
    onSay(changesTexts.allRead);
  }
  useMarkAllReadShortcut(() => void markAllRead());

  const empty = emptyFeedText(query, status !== null && status.baselineAtMs !== null);
  return (
    <div className="changes">
      <header className="changes-head">
        <h1>{changesTexts.title}</h1>
        <Button look="quiet" isDisabled={unread === 0} onPress={() => void markAllRead()}>
          <CheckIcon size={14} />
          {changesTexts.markAllRead}
        </Button>
        <FilterBar query={query} onChange={showQuery} />
      </header>
      <div className="changes-body">
        {state.kind === 'loading' && <FeedSkeleton />}
        {state.kind === 'failed' && (
          <FailurePanel
            title={changesTexts.failed.title}
            retryLabel={changesTexts.failed.retry}
            id={state.id}
            onRetry={() => void feed.open()}
          />
        )}
        {state.kind === 'ready' && state.total === 0 && (
          <NoChanges {...empty} session={session} status={status} />
        )}
        {state.kind === 'ready' && state.total > 0 && (
          <>
            <ArrivedButton
              text={state.arrived === 0 ? null : arrivedPhrase(state.arrived, format)}
              onShow={showNewest}
            />
            <FeedList
              key={`${filter} ${listId} ${unreadOnly}`}
              feed={feed}
              placeKey={key}
              total={state.total}
              mode={mode}
              rowAt={state.rowAt}
              onOpen={openChange}
            />
          </>
        )}
      </div>
      {state.kind === 'ready' && state.total > 0 && <FeedFoot mode={mode} />}
      {item !== null && (
        <ItemStory key={item} uri={item} mode={mode} onOpen={story.open} onClose={story.close} />
      )}
    </div>
  );
}

interface NoChangesProps {
  readonly title: string;
  readonly body: string;
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus | null;
}

function NoChanges({ title, body, session, status }: NoChangesProps) {
  const words = { sign: <ChangesIcon size={20} />, title, body };
  return status !== null && status.baselineAtMs === null ? (
    <FirstPassPanel {...words} session={session} status={status} />
  ) : (
    <EmptyPanel {...words} />
  );
}

/** The address carries the query, so that "back" leads back. */
function showQuery({ filter, listId, unreadOnly }: FeedQuery): void {
  navigate({
    page: 'changes',
    filter,
    ...(listId === null ? {} : { listId }),
    ...(unreadOnly ? { unreadOnly } : {}),
  });
}

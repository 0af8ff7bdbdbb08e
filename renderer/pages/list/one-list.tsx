import { useCallback } from 'react';
import type { HistoryMoment } from '../../../shared/history.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { historicListName, listTexts } from '../../../shared/texts/list-texts.ts';
import { ArrivedButton } from '../../components/arrived-button.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { ItemStory } from '../../components/item-story/item-story.tsx';
import { PageFoot } from '../../components/page-foot.tsx';
import type { ListRoute } from '../../state/routes/list-route.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { useStoryRoute } from '../../state/use-story-route.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { CompareView } from './compare-view.tsx';
import { ListHead } from './list-head.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { MissingList } from './missing-list.tsx';
import { NeverRead } from './never-read.tsx';
import { StateView } from './state-view.tsx';
import { useAnswer } from './use-answer.ts';
import { useListTimeline } from './use-list-timeline.ts';
import { usePlaylist } from './use-playlist.ts';

/** Later than anything that was ever seen. */
const LATEST: HistoryMoment = { kind: 'time', atMs: Number.MAX_SAFE_INTEGER };

interface OneListProps {
  readonly route: ListRoute;
  readonly mode: SessionSnapshot['mode'];
  readonly status: LibraryStatus | null;
}

export function OneList({ route, mode, status }: OneListProps) {
  const { api } = useWindowState();
  const { listId } = route;
  const { state: timeline, open } = useListTimeline(listId);
  const moment = (route.view === 'state' ? route.at : route.to) ?? LATEST;
  const momentKey = moment.kind === 'time' ? moment.atMs : moment.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment is made anew on each drawing
  const ask = useCallback(
    () => api.history.state({ listId, moment, offset: 0, count: 1 }),
    [api, listId, moment.kind, momentKey],
  );
  const described = useAnswer(ask);
  const playlist = usePlaylist(listId);
  const story = useStoryRoute(route);
  const list = described.kind === 'ready' ? (described.value?.list ?? null) : null;
  const name = list === null ? listTexts.title : historicListName(list);
  usePageTitle(name);

  if (described.kind === 'failed' || timeline.kind === 'failed') {
    const id = described.kind === 'failed' ? described.id : timelineFailure(timeline);
    return (
      <div className="list-page">
        <h1 className="visually-hidden">{name}</h1>
        <FailurePanel
          title={listTexts.failed.title}
          retryLabel={listTexts.failed.retry}
          id={id}
          onRetry={open}
        />
      </div>
    );
  }
  if (timeline.kind === 'missing' || (described.kind === 'ready' && list === null)) {
    return <MissingList />;
  }
  if (timeline.kind === 'loading' || list === null) return <ListSkeleton />;
  return (
    <div className="list-page">
      <ListHead route={route} list={list} playlist={playlist} mode={mode} timeline={timeline} />
      {timeline.states.length === 0 ? (
        <NeverRead playlist={playlist} status={status} />
      ) : (
        <div className="list-body">
          <ArrivedButton
            text={timeline.isCurrent ? null : listTexts.changedMeanwhile}
            onShow={open}
          />
          {route.view === 'state' ? (
            <StateView
              route={route}
              list={list}
              mode={mode}
              playlist={playlist}
              timeline={timeline}
              onStory={story.open}
            />
          ) : (
            <CompareView
              route={route}
              list={list}
              mode={mode}
              timeline={timeline}
              onStory={story.open}
            />
          )}
          <PageFoot isFromSpotify={mode === 'spotify'} />
        </div>
      )}
      {route.item !== null && (
        <ItemStory
          key={route.item}
          uri={route.item}
          mode={mode}
          onOpen={story.open}
          onClose={story.close}
        />
      )}
    </div>
  );
}

function timelineFailure(timeline: { readonly kind: string; readonly id?: string }): string {
  return timeline.id ?? '';
}

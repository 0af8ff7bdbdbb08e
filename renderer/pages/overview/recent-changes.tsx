import { useEffect, useRef, useState } from 'react';
import type { Change } from '../../../shared/change.ts';
import type { ChangesPage, SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { arrivedTexts } from '../../../shared/texts/arrived-texts.ts';
import { arrivedPhrase, changesTexts } from '../../../shared/texts/changes-texts.ts';
import { overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { ArrivedButton } from '../../components/arrived-button.tsx';
import { ChangeLine } from '../../components/change-line.tsx';
import { CratePicture } from '../../components/crate-picture.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { FromSpotify } from '../../components/from-spotify.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonRow } from '../../components/skeleton-row.tsx';
import { useHeldWhileRead } from '../../state/held-while-read.ts';
import { LiveValue, type Loadable } from '../../state/live-value.ts';
import { hashOfRoute } from '../../state/route.ts';
import { changeTarget } from '../../state/routes/change-route.ts';
import { useNow } from '../../state/use-now.ts';
import { navigate } from '../../state/use-route.ts';
import { useLive, useWindowState } from '../../state/window-state-context.ts';

/** The style sheet hides the last ones where there is no room for them. */
const SHOWN = 8;
/** How long the names are drawn that are not there yet. */
const SKELETON_SHARES = [0.62, 0.4, 0.53, 0.7, 0.46, 0.58, 0.36, 0.5] as const;

interface RecentChangesProps {
  readonly mode: SessionSnapshot['mode'];
  /** False while the library is read for the first time: nothing can have changed yet. */
  readonly hasBaseline: boolean;
}

/** The last few changes, newest first. */
export function RecentChanges({ mode, hasBaseline }: RecentChangesProps) {
  const { recent: latest, value } = useRecent();
  const { format } = useWindowState();
  const list = useRef<HTMLUListElement>(null);
  const { shown: recent, isHeld, show } = useHeldWhileRead(latest, { area: list, moves });
  const nowMs = useNow();
  const texts = overviewTexts.recent;
  const rows = recent.kind === 'ready' ? recent.value.rows : [];
  const isSurelyEmpty = recent.kind === 'ready' || (recent.kind === 'loading' && !hasBaseline);
  if (isSurelyEmpty && rows.length === 0) {
    const words = hasBaseline ? texts.none : texts.beforeBaseline;
    return (
      <div className="nothing-yet">
        <CratePicture />
        <h2>{words.title}</h2>
        <p>{words.body}</p>
      </div>
    );
  }
  return (
    <Section
      title={texts.title}
      aside={
        rows.length > 0 && (
          <>
            <ArrivedButton
              text={isHeld ? newsPhrase(arrivedCount(recent, latest), format) : null}
              onShow={show}
            />
            <a className="text-link" href={hashOfRoute({ page: 'changes', filter: 'all' })}>
              {texts.all}
            </a>
          </>
        )
      }
    >
      {recent.kind === 'loading' && (
        <div className="recent recent-loading" role="status">
          <span className="visually-hidden">{changesTexts.loading}</span>
          {SKELETON_SHARES.map((share) => (
            <SkeletonRow key={share} share={share} />
          ))}
        </div>
      )}
      {recent.kind === 'failed' && (
        <FailurePanel
          title={changesTexts.failed.title}
          retryLabel={shellTexts.failed.retry}
          id={recent.id}
          onRetry={() => value.reload()}
        />
      )}
      {rows.length > 0 && (
        <>
          <ul className="recent" ref={list}>
            {rows.map((change: Change) => (
              <li key={change.id}>
                <ChangeLine
                  change={change}
                  place="overview"
                  nowMs={nowMs}
                  mode={mode}
                  onOpen={() => openChange(change)}
                  isNameReachable
                />
              </li>
            ))}
          </ul>
          {mode === 'spotify' && <FromSpotify />}
        </>
      )}
    </Section>
  );
}

type Recent = Loadable<ChangesPage>;

/** Whether other changes stand there, or in another order. That one was read moves nothing. */
function moves(shown: Recent, latest: Recent): boolean {
  return idsOf(shown) !== '' && idsOf(shown) !== idsOf(latest);
}

function idsOf(recent: Recent): string {
  return recent.kind === 'ready' ? recent.value.rows.map(({ id }) => id).join() : '';
}

function arrivedCount(shown: Recent, latest: Recent): number {
  if (shown.kind !== 'ready' || latest.kind !== 'ready') return 0;
  return latest.value.total - shown.value.total;
}

/** Fewer than before: old changes were deleted as new ones came. */
function newsPhrase(count: number, format: TextFormat): string {
  return count > 0 ? arrivedPhrase(count, format) : arrivedTexts.listChanged;
}

function useRecent() {
  const { api } = useWindowState();
  const [value] = useState(() => {
    const query = () => api.changes.page({ filter: 'all', offset: 0, count: SHOWN });
    return new LiveValue<ChangesPage>({
      snapshot: query,
      listen: (listener) =>
        api.changes.on.arrived(() => {
          void query().then((answer) => answer.ok && listener(answer.value));
        }),
    });
  });
  useEffect(() => {
    value.start();
    return () => value.stop();
  }, [value]);
  return { recent: useLive(value), value };
}

/** An item's story stands over the changes, where one goes on reading. */
function openChange(change: Change): void {
  const target = changeTarget(change);
  navigate(
    target.kind === 'story' ? { page: 'changes', filter: 'all', item: target.uri } : target.route,
  );
}

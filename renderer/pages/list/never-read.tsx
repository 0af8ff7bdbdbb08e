import type { PlaylistRow } from '../../../shared/library-rows.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { listTexts } from '../../../shared/texts/list-texts.ts';
import { progressPhrase } from '../../../shared/texts/monitor-texts.ts';
import { EmptyPanel } from '../../components/empty-panel.tsx';
import { PlaylistIcon } from '../../components/icons.tsx';
import { PassProgressBar } from '../../components/pass-progress-bar.tsx';
import { passProgressOf } from '../../state/pass-progress-of.ts';
import { useWindowState } from '../../state/window-state-context.ts';

interface NeverReadProps {
  readonly playlist: PlaylistRow | null;
  readonly status: LibraryStatus | null;
}

/** Why nothing is known of what stood in the list. */
export function NeverRead({ playlist, status }: NeverReadProps) {
  const { format } = useWindowState();
  const progress = status === null ? null : passProgressOf(status.monitor);
  const { title, body } =
    playlist?.contents === 'not-watched'
      ? listTexts.notWatched
      : playlist !== null && playlist.goneSinceMs !== null
        ? listTexts.neverReadGone
        : listTexts.neverRead;
  const isUnderWay = progress?.kind === 'first-pass' && playlist?.contents !== 'not-watched';
  return (
    <EmptyPanel sign={<PlaylistIcon size={20} />} title={title} body={body}>
      {isUnderWay && (
        <PassProgressBar progress={progress} label={progressPhrase(progress, format)} />
      )}
    </EmptyPanel>
  );
}

import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { attentionPoints } from '../../../shared/texts/attention-points.ts';
import { overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { Section } from '../../components/section.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';

interface AttentionListProps {
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus;
}

/** What the user may want to look at. Absent when there is nothing. */
export function AttentionList({ session, status }: AttentionListProps) {
  const { format } = useWindowState();
  const points = attentionPoints(session.state, status, useNow(), format);
  if (points.length === 0) return null;
  return (
    <Section title={overviewTexts.attention.title}>
      <ul className="attention">
        {points.map((point) => (
          <li key={point.kind}>{point.text}</li>
        ))}
      </ul>
    </Section>
  );
}

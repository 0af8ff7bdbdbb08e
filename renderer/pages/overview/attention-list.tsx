import { useRef } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { attentionPoints } from '../../../shared/texts/attention-points.ts';
import { overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { Section } from '../../components/section.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { LibraryPoint } from './library-point.tsx';
import { useLibraryAttention } from './use-library-attention.ts';

interface AttentionListProps {
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus;
}

/** What the user may want to look at. Absent when there is nothing. */
export function AttentionList({ session, status }: AttentionListProps) {
  const { format } = useWindowState();
  const list = useRef<HTMLUListElement>(null);
  const points = attentionPoints(session.state, status, useNow(), format);
  const library = useLibraryAttention(status);
  if (points.length + library.points.length === 0) return null;

  async function see(kind: Parameters<typeof library.see>[0]) {
    await library.see(kind);
    // The button went, and the focus with it: to what is left, else to the page.
    const next = list.current ?? document.getElementById('main');
    next?.focus();
  }

  return (
    <Section title={overviewTexts.attention.title}>
      <ul className="attention" ref={list} tabIndex={-1}>
        {points.map((point) => (
          <li key={point.kind}>{point.text}</li>
        ))}
        {library.points.map((point) => (
          <LibraryPoint key={point.kind} point={point} onSeen={() => void see(point.kind)} />
        ))}
      </ul>
    </Section>
  );
}

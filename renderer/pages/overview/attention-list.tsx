import { useMemo, useRef } from 'react';
import type { AttentionKind, LibraryAttention } from '../../../shared/attention.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import { arrivedTexts } from '../../../shared/texts/arrived-texts.ts';
import { type AttentionPoint, attentionPoints } from '../../../shared/texts/attention-points.ts';
import { overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { ArrivedButton } from '../../components/arrived-button.tsx';
import { Section } from '../../components/section.tsx';
import { useHeldWhileRead } from '../../state/held-while-read.ts';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { LibraryPoint } from './library-point.tsx';
import { SessionPoint } from './session-point.tsx';
import { useLibraryAttention } from './use-library-attention.ts';

interface AttentionListProps {
  readonly session: SessionSnapshot;
  readonly status: LibraryStatus;
}

interface Points {
  readonly session: readonly AttentionPoint[];
  readonly library: readonly LibraryAttention[];
}

/** What the user may want to look at. Absent when there is nothing. */
export function AttentionList({ session, status }: AttentionListProps) {
  const { format } = useWindowState();
  const list = useRef<HTMLUListElement>(null);
  // Its beginning pushes away what stands below, so that counts too.
  const column = useRef<HTMLElement>(null);
  const nowMs = useNow();
  const { points: ofLibrary, see: markSeen } = useLibraryAttention(status);
  const latest = useMemo(
    (): Points => ({
      session: attentionPoints(session.state, status, nowMs, format),
      library: ofLibrary,
    }),
    [session.state, status, nowMs, format, ofLibrary],
  );
  const { shown, isHeld, show, expect } = useHeldWhileRead(latest, {
    area: column,
    moves: (before, after) => kindsOf(before) !== kindsOf(after),
    isOnlyUntilLeft: (points) => kindsOf(points) === '',
  });
  const place = (element: HTMLElement | null): void => {
    column.current = element?.parentElement ?? null;
  };
  if (kindsOf(shown) === '') return <span hidden ref={place} />;

  async function see(kind: AttentionKind) {
    expect();
    await markSeen(kind);
    // The button went, and the focus with it: to what is left, else to the page.
    const next = list.current ?? document.getElementById('main');
    next?.focus();
  }

  return (
    <div ref={place}>
      <Section
        title={overviewTexts.attention.title}
        aside={<ArrivedButton text={isHeld ? arrivedTexts.listChanged : null} onShow={show} />}
      >
        <ul className="attention" ref={list} tabIndex={-1}>
          {shown.session.map((point) => (
            <SessionPoint key={point.kind} point={point} />
          ))}
          {shown.library.map((point) => (
            <LibraryPoint key={point.kind} point={point} onSeen={() => void see(point.kind)} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function kindsOf({ session, library }: Points): string {
  return [...session, ...library].map(({ kind }) => kind).join();
}

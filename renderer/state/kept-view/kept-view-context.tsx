import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { viewOwner } from '../../../shared/kept-places.ts';
import type { LiveValue } from '../live-value.ts';
import { replaceRoute } from '../use-route.ts';
import { useWindowState } from '../window-state-context.ts';
import { addressToKeep } from './address-to-keep.ts';
import { followWindow, pageAddress } from './follow-window.ts';
import { KeptView } from './kept-view.ts';

const KeptViewContext = createContext<KeptView | null>(null);

export function useKeptView(): KeptView {
  const kept = useContext(KeptViewContext);
  if (kept === null) {
    throw new Error('useKeptView is called outside the window’s root');
  }
  return kept;
}

/**
 * Lets the pages be drawn once it is known where they stood, so that none is drawn elsewhere first.
 * The question goes out with those for what they show, and is answered before these.
 */
export function KeptViewProvider({ children }: { readonly children: ReactNode }) {
  const { api, clock, session } = useWindowState();
  const [kept, setKept] = useState<KeptView | null>(null);
  useEffect(() => {
    let stop = (): void => {
      isGone = true;
    };
    let isGone = false;
    void api.app.view().then((answer) => {
      if (isGone) return;
      const view = new KeptView({
        view: answer.ok ? answer.value : null,
        address: () => addressToKeep(pageAddress()),
        owner: () => ownerOf(session),
        keep: (owner, shown) => void api.app.keepView({ owner, view: shown }),
        clock,
      });
      stop = follow(view, session);
      setKept(view);
    });
    return () => stop();
  }, [api, clock, session]);
  return kept === null ? (
    <div className="shell-loading" aria-busy="true" />
  ) : (
    <KeptViewContext value={kept}>{children}</KeptViewContext>
  );
}

function follow(view: KeptView, session: LiveValue<SessionSnapshot>): () => void {
  let owner = ownerOf(session);
  const stopWindow = followWindow(view);
  const stopSession = session.subscribe(() => {
    const next = ownerOf(session);
    const isLeft = owner !== null && next === null && isSignedOut(session);
    if (isLeft || (owner !== null && next !== null && next !== owner)) view.forget();
    // What is searched for or looked at stands in the address too.
    if (isLeft) replaceRoute({ page: 'overview' });
    // While it is asked anew whose library it is, nobody else's is on screen.
    if (isLeft || next !== null) owner = next;
  });
  return () => {
    stopWindow();
    stopSession();
  };
}

function isSignedOut(session: LiveValue<SessionSnapshot>): boolean {
  const current = session.current();
  return current.kind === 'ready' && current.value.state.kind === 'signed-out';
}

function ownerOf(session: LiveValue<SessionSnapshot>): string | null {
  const current = session.current();
  if (current.kind !== 'ready') return null;
  const { mode, account } = current.value;
  return viewOwner(mode, account?.key ?? null);
}

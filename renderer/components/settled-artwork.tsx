import { useEffect, useState } from 'react';
import { useWindowState } from '../state/window-state-context.ts';
import { Artwork } from './artwork.tsx';
import './artwork.css';

/** Longer than a row that is scrolled past is on screen, shorter than anybody would notice. */
const SETTLED_AFTER_MS = 80;

/** Artwork of a row: asked for once the row stays, so that nothing is fetched for those scrolled past. */
export function SettledArtwork({ imageUrl }: { readonly imageUrl: string | null }) {
  const { clock } = useWindowState();
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = clock.setTimer(SETTLED_AFTER_MS, () => setSettled(true));
    return () => timer.cancel();
  }, [clock]);
  return isSettled || imageUrl === null ? (
    <Artwork imageUrl={imageUrl} />
  ) : (
    <span className="artwork" aria-hidden="true" />
  );
}

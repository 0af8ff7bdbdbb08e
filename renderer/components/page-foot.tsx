import type { ReactNode } from 'react';
import { FromSpotify } from './from-spotify.tsx';
import './page-foot.css';

interface PageFootProps {
  /** How much is shown, before all else. */
  readonly start?: ReactNode;
  /** False where nothing is shown yet, or what is shown is invented. */
  readonly isFromSpotify: boolean;
  /** What else to know, at the end. */
  readonly children?: ReactNode;
}

/** What stands below every list. */
export function PageFoot({ start, isFromSpotify, children }: PageFootProps) {
  return (
    <footer className="page-foot">
      {start}
      {isFromSpotify && <FromSpotify />}
      {children}
    </footer>
  );
}

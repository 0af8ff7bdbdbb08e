import { useEffect } from 'react';
import { shellTexts } from '../../shared/texts/shell-texts.ts';

/** Names the page in the window's title bar. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} — ${shellTexts.appName}`;
  }, [title]);
}

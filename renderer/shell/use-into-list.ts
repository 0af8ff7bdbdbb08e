import { useEffect } from 'react';

const CURRENT_ROW = 'main [role="row"][tabindex="0"], main [role="feed"] [tabindex="0"]';

/** On a page that was just turned to, the arrow keys begin in its list without a walk to it. */
export function useIntoList(): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      const { activeElement } = document;
      if (activeElement !== document.body && activeElement?.id !== 'main') return;
      const row = document.querySelector<HTMLElement>(CURRENT_ROW);
      if (row === null) return;
      event.preventDefault();
      row.focus();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

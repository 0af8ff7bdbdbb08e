import { useCallback, useEffect, useRef } from 'react';
import type { ChangesRoute } from './routes/changes-route.ts';
import type { LibraryRoute } from './routes/library-route.ts';
import type { ListRoute } from './routes/list-route.ts';
import { navigate, replaceRoute } from './use-route.ts';

interface StoryRoute {
  readonly open: (uri: string) => void;
  readonly close: () => void;
}

/** Opens and closes an item's story through the address; "back" closes it too. */
export function useStoryRoute(route: LibraryRoute | ListRoute | ChangesRoute): StoryRoute {
  const { item = null } = route;
  const latest = useRef(route);
  latest.current = route;
  /** True while the step before is the page without the story. */
  const isOpenedHere = useRef(false);
  useEffect(() => {
    if (item === null) isOpenedHere.current = false;
  }, [item]);
  const open = useCallback((uri: string) => {
    const next = { ...latest.current, item: uri };
    if ((latest.current.item ?? null) !== null) {
      replaceRoute(next);
      return;
    }
    isOpenedHere.current = true;
    navigate(next);
  }, []);
  const close = useCallback(() => {
    if (isOpenedHere.current) window.history.back();
    else replaceRoute({ ...latest.current, item: null });
  }, []);
  return { open, close };
}

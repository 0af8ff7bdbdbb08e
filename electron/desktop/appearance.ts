import type { NativeTheme } from 'electron';
import type { Listenable, Unsubscribe } from '../../shared/signal.ts';
import type { Appearance } from '../../shared/window-settings.ts';

interface AppearanceParts {
  readonly theme: Pick<NativeTheme, 'themeSource'>;
  readonly chosen: () => Appearance;
  readonly changed: Listenable<void>;
}

/** Keeps everything that Electron draws, and what pages are told of it, as light or dark as chosen. */
export function followAppearance({ theme, chosen, changed }: AppearanceParts): Unsubscribe {
  const follow = (): void => {
    const next = chosen();
    if (theme.themeSource !== next) {
      theme.themeSource = next;
    }
  };
  follow();
  return changed.subscribe(follow);
}

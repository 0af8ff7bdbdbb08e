import { changesTexts } from '../../shared/texts/changes-texts.ts';
import { inSentence } from '../../shared/texts/foreign-text.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { AwayIcon } from './icons.tsx';
import { isLinkableUri } from './linkable-uri.ts';

interface SpotifyLinkProps {
  readonly uri: string | null;
  readonly name: string;
  readonly isReachable: boolean;
}

/** The way back to the item on Spotify (spotify-facts §5). Local files have none. */
export function SpotifyLink({ uri, name, isReachable }: SpotifyLinkProps) {
  const { api } = useWindowState();
  if (uri === null || !isLinkableUri(uri)) return <span className="spotify-link" />;
  const label = changesTexts.openOnSpotify(inSentence(name, 120));
  return (
    <button
      type="button"
      className="spotify-link"
      aria-label={label}
      title={changesTexts.openHint}
      tabIndex={isReachable ? 0 : -1}
      onClick={() => void api.app.openLink({ kind: 'spotify-item', uri })}
    >
      <AwayIcon />
    </button>
  );
}

import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import { FromSpotify } from '../../components/from-spotify.tsx';
import { useSingleKeys } from '../../state/use-single-keys.ts';

/** Whose titles these are, and the keys that move through them. */
export function FeedFoot({ mode }: { readonly mode: SessionSnapshot['mode'] }) {
  const texts = shellTexts.shortcuts;
  const areSingleKeysOn = useSingleKeys();
  return (
    <footer className="feed-foot">
      {mode === 'spotify' && <FromSpotify />}
      <p className="feed-keys" aria-hidden="true">
        <kbd>↑</kbd>
        <kbd>↓</kbd> {texts.moveShort}
        {areSingleKeysOn && (
          <>
            <kbd>?</kbd> {texts.title}
          </>
        )}
      </p>
    </footer>
  );
}

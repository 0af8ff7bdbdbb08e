import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import { PageFoot } from '../../components/page-foot.tsx';
import { useSingleKeys } from '../../state/use-single-keys.ts';

/** Whose titles these are, and the keys that move through them. */
export function FeedFoot({ mode }: { readonly mode: SessionSnapshot['mode'] }) {
  const texts = shellTexts.shortcuts;
  const areSingleKeysOn = useSingleKeys();
  return (
    <PageFoot isFromSpotify={mode === 'spotify'}>
      <p className="page-foot-keys" aria-hidden="true">
        <kbd>↑</kbd>
        <kbd>↓</kbd> {texts.moveShort}
        {areSingleKeysOn && (
          <>
            <kbd>?</kbd> {texts.title}
          </>
        )}
      </p>
    </PageFoot>
  );
}

import type { ItemSummary } from '../../../shared/change.ts';
import type { HistoricAvailability } from '../../../shared/history.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { onOneLine, shortened } from '../../../shared/texts/foreign-text.ts';
import { artistLine, itemName } from '../../../shared/texts/item-name.ts';
import { availabilitySentence, itemStoryTexts } from '../../../shared/texts/item-story-texts.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { Artwork } from '../artwork.tsx';
import { Button } from '../button.tsx';
import { AwayIcon, SlashedIcon } from '../icons.tsx';
import { isLinkableUri } from '../linkable-uri.ts';
import { SpotifyMark } from '../spotify-mark.tsx';

/** Long enough to know it by, and no more than the sheet's height. */
const LONGEST_NAME = 300;

interface StoryHeadProps {
  readonly item: ItemSummary;
  readonly availability: HistoricAvailability;
  readonly mode: SessionSnapshot['mode'];
}

/** What it is, and the way to it on Spotify. */
export function StoryHead({ item, availability, mode }: StoryHeadProps) {
  const { api } = useWindowState();
  const artists = artistLine(item);
  const album = shortened(onOneLine(item.album ?? ''), LONGEST_NAME);
  const grey = availabilitySentence(availability);
  const { uri } = item;
  return (
    <div className="story-head">
      <Artwork imageUrl={item.imageUrl} />
      <div className="story-words">
        <h2 className="story-name" dir="auto">
          {shortened(itemName(item), LONGEST_NAME)}
        </h2>
        {artists !== '' && (
          <p className="story-artists" dir="auto">
            {artists}
          </p>
        )}
        {album !== '' && (
          <p className="story-album" dir="auto">
            {album}
          </p>
        )}
        {grey !== null && (
          <p className="story-grey">
            <SlashedIcon size={14} />
            {grey}
          </p>
        )}
        {mode === 'spotify' && isLinkableUri(uri) && (
          <p className="story-link">
            <SpotifyMark />
            <Button
              look="quiet"
              onPress={() => void api.app.openLink({ kind: 'spotify-item', uri })}
            >
              {itemStoryTexts.openOnSpotify}
              <AwayIcon size={14} />
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}

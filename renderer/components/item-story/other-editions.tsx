import type { Substitute } from '../../../shared/history.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { isolated, onOneLine } from '../../../shared/texts/foreign-text.ts';
import { itemName } from '../../../shared/texts/item-name.ts';
import { editionPhrase, itemStoryTexts } from '../../../shared/texts/item-story-texts.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { ItemWords } from '../item-words.tsx';
import { SpotifyLink } from '../spotify-link.tsx';

interface OtherEditionsProps {
  readonly editions: readonly Substitute[];
  readonly mode: SessionSnapshot['mode'];
  readonly onOpen: (uri: string) => void;
}

/** The same recording as the library holds it elsewhere. Absent where it does not. */
export function OtherEditions({ editions, mode, onOpen }: OtherEditionsProps) {
  const { format } = useWindowState();
  if (editions.length === 0) return null;
  return (
    <section className="story-part">
      <h3>{itemStoryTexts.editions}</h3>
      <ul>
        {editions.map((edition) => {
          const { item } = edition;
          const album = isolated(onOneLine(item.album ?? ''));
          const about = editionPhrase(edition, format);
          return (
            <li key={item.uri} className="story-edition">
              <ItemWords
                item={item}
                byline={album === '' ? about : `${album} · ${about}`}
                onOpen={() => onOpen(item.uri)}
                isReachable
              />
              <SpotifyLink
                uri={mode === 'sample' ? null : item.uri}
                name={itemName(item)}
                isReachable
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

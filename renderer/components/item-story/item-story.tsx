import { Button as AriaButton, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import { shortened } from '../../../shared/texts/foreign-text.ts';
import { itemName } from '../../../shared/texts/item-name.ts';
import { itemStoryTexts } from '../../../shared/texts/item-story-texts.ts';
import { EmptyPanel } from '../empty-panel.tsx';
import { FailurePanel } from '../failure-panel.tsx';
import { CloseIcon, DiscIcon } from '../icons.tsx';
import { OtherEditions } from './other-editions.tsx';
import { StoryEvents } from './story-events.tsx';
import { StoryHead } from './story-head.tsx';
import { StoryPlaces } from './story-places.tsx';
import { useItemStory } from './use-item-story.ts';
import './item-story.css';

const LONGEST_NAME = 200;

interface ItemStoryProps {
  readonly uri: string;
  readonly mode: SessionSnapshot['mode'];
  /** Shows the story of another item in its place. */
  readonly onOpen: (uri: string) => void;
  readonly onClose: () => void;
}

/** All that is known of one item, in a sheet beside the list; the focus goes back to its row. */
export function ItemStory({ uri, mode, onOpen, onClose }: ItemStoryProps) {
  const { state, reload, loadEarlier } = useItemStory(uri);
  return (
    <ModalOverlay
      className="story-scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      <Modal className="story-sheet">
        {/* A heading that comes later would not become its name. */}
        <Dialog
          className="story"
          aria-label={
            state.kind === 'ready'
              ? shortened(itemName(state.item), LONGEST_NAME)
              : itemStoryTexts.title
          }
        >
          <AriaButton
            className="button button-icon story-close"
            aria-label={itemStoryTexts.close}
            onPress={onClose}
          >
            <CloseIcon />
          </AriaButton>
          {state.kind === 'loading' && (
            <div className="story-loading" role="status">
              <span className="visually-hidden">{itemStoryTexts.loading}</span>
              <span className="artwork" />
              <span className="story-loading-words" />
            </div>
          )}
          {state.kind === 'failed' && (
            <FailurePanel
              title={itemStoryTexts.failed.title}
              retryLabel={itemStoryTexts.failed.retry}
              id={state.id}
              onRetry={reload}
            />
          )}
          {state.kind === 'unknown' && (
            <EmptyPanel
              sign={<DiscIcon size={20} />}
              title={itemStoryTexts.unknown.title}
              body={itemStoryTexts.unknown.body}
            />
          )}
          {state.kind === 'ready' && (
            <>
              <StoryHead item={state.item} availability={state.availability} mode={mode} />
              {state.events.length === state.total && <StoryPlaces events={state.events} />}
              <OtherEditions editions={state.substitutes} mode={mode} onOpen={onOpen} />
              <StoryEvents
                events={state.events}
                isMore={state.events.length < state.total}
                onMore={loadEarlier}
              />
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

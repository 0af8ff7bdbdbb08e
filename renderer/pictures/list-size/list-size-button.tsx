import { useState } from 'react';
import type { ListSizePoint } from '../../../shared/list-sizes.ts';
import { listSizeTexts } from '../../../shared/texts/list-size-texts.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ListSizePicture } from './list-size-picture.tsx';

interface ListSizeButtonProps {
  readonly listId: number;
  /** The time that is looked at; null for now. */
  readonly chosenAtMs: number | null;
  readonly onChoose: (point: ListSizePoint) => void;
}

/** Opens the size of a list over time, in numbers and as a table; choosing a moment closes it. */
export function ListSizeButton({ listId, chosenAtMs, onChoose }: ListSizeButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onPress={() => setIsOpen(true)}>
        {listSizeTexts.title}
      </Button>
      <Dialog
        title={listSizeTexts.title}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        width="wide"
      >
        <ListSizePicture
          listId={listId}
          chosenAtMs={chosenAtMs}
          onChoose={(point) => {
            setIsOpen(false);
            onChoose(point);
          }}
        />
        <div className="dialog-actions">
          <Button onPress={() => setIsOpen(false)}>{listSizeTexts.close}</Button>
        </div>
      </Dialog>
    </>
  );
}

import { useEffect, useState } from 'react';
import {
  Button as AriaButton,
  ComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import type { ChangedList } from '../../../shared/change-feed.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { listName } from '../../../shared/texts/item-name.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { Button } from '../../components/button.tsx';
import { ChevronIcon, CloseIcon } from '../../components/icons.tsx';
import { useWindowState } from '../../state/window-state-context.ts';

interface ListChoiceProps {
  readonly listId: number | null;
  readonly onChoose: (listId: number | null) => void;
}

/** Shows the changes of one list alone. */
export function ListChoice({ listId, onChoose }: ListChoiceProps) {
  const { format } = useWindowState();
  const lists = useChangedLists();
  const texts = changesTexts.lists;
  // Drawn anew for another list, so that its name stands in the field whoever chose it.
  return (
    <div className="list-choice" key={`${listId} ${lists.length > 0}`}>
      <ComboBox
        className="list-choice-box"
        aria-label={texts.label}
        defaultItems={lists.map(({ list, count }) => ({
          id: list.id,
          name: listName(list),
          count: groupedNumber(count, format),
        }))}
        defaultSelectedKey={listId}
        menuTrigger="focus"
        onSelectionChange={(key) => {
          if (key !== null && key !== listId) onChoose(Number(key));
        }}
      >
        <Input className="list-choice-input" placeholder={texts.all} spellCheck={false} />
        <AriaButton className="list-choice-open">
          <ChevronIcon size={14} />
        </AriaButton>
        <Popover className="menu-popover list-choice-popover">
          <ListBox<{ id: number; name: string; count: string }>
            className="menu list-choice-list"
            renderEmptyState={() => <p className="list-choice-none">{texts.none}</p>}
          >
            {({ name, count }) => (
              <ListBoxItem className="menu-item" textValue={name}>
                <span className="one-line" dir="auto">
                  {name}
                </span>
                <span className="list-choice-count tabular">{count}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {listId !== null && (
        <Button look="icon" aria-label={texts.clear} onPress={() => onChoose(null)}>
          <CloseIcon size={12} />
        </Button>
      )}
    </div>
  );
}

/** Where they cannot be had there is nothing to choose, and the feed says what is wrong. */
function useChangedLists(): readonly ChangedList[] {
  const { api } = useWindowState();
  const [lists, setLists] = useState<readonly ChangedList[]>([]);
  useEffect(() => {
    let isShown = true;
    const load = async () => {
      const answer = await api.changes.lists();
      if (isShown && answer.ok) setLists(answer.value);
    };
    void load();
    const stop = api.changes.on.arrived(() => void load());
    return () => {
      isShown = false;
      stop();
    };
  }, [api]);
  return lists;
}

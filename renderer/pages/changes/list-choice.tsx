import { useEffect, useState } from 'react';
import {
  Button as AriaButton,
  Autocomplete,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select,
  SelectValue,
  useFilter,
} from 'react-aria-components';
import type { ChangedList } from '../../../shared/change-feed.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { listName } from '../../../shared/texts/item-name.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { ChevronIcon } from '../../components/icons.tsx';
import { useWindowState } from '../../state/window-state-context.ts';

interface ListChoiceProps {
  readonly listId: number | null;
  readonly onChoose: (listId: number | null) => void;
}

/** Stands for all lists among the keys, which are ids from 1 on. */
const ALL = 0;

/** Shows the changes of one list alone. */
export function ListChoice({ listId, onChoose }: ListChoiceProps) {
  const { format } = useWindowState();
  const { contains } = useFilter({ sensitivity: 'base' });
  const lists = useChangedLists();
  const texts = changesTexts.lists;
  const items = [
    { id: ALL, name: texts.all, count: '' },
    ...lists.map(({ list, count }) => ({
      id: list.id,
      name: listName(list),
      count: groupedNumber(count, format),
    })),
  ];
  return (
    <Select
      className="list-choice"
      aria-label={texts.label}
      selectedKey={listId ?? ALL}
      onSelectionChange={(key) => onChoose(key === ALL ? null : Number(key))}
    >
      <AriaButton className="list-choice-button">
        <SelectValue className="one-line">
          {({ selectedText }) => selectedText ?? texts.all}
        </SelectValue>
        <ChevronIcon size={14} />
      </AriaButton>
      <Popover className="menu-popover list-choice-popover" placement="bottom end">
        <Autocomplete filter={contains}>
          <SearchField className="list-choice-search" aria-label={texts.search} autoFocus>
            <Input className="list-choice-input" placeholder={texts.search} spellCheck={false} />
          </SearchField>
          <ListBox
            items={items}
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
        </Autocomplete>
      </Popover>
    </Select>
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

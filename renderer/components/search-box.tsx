import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useWindowState } from '../state/window-state-context.ts';
import { CloseIcon, SearchIcon } from './icons.tsx';
import './search-box.css';

/** Shorter than it takes to read what is found, long enough for the next letter. */
const SEARCH_AFTER_MS = 120;

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly clearLabel: string;
  /** What is searched for. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
}

/** Searches as one types; Escape clears it, the arrow down leads to what is found. */
export function SearchBox({ label, placeholder, clearLabel, text, onSearch }: SearchBoxProps) {
  const { clock } = useWindowState();
  const [typed, setTyped] = useState(text);
  const searched = useRef(text);
  const search = useEffectEvent((next: string) => {
    searched.current = next;
    onSearch(next);
  });
  useEffect(() => {
    if (typed === searched.current) return;
    const timer = clock.setTimer(typed === '' ? 0 : SEARCH_AFTER_MS, () => search(typed));
    return () => timer.cancel();
  }, [clock, typed]);
  useEffect(() => {
    // It was changed from elsewhere, as by "back" or by a link that clears it.
    if (text === searched.current) return;
    searched.current = text;
    setTyped(text);
  }, [text]);
  return (
    <SearchField
      className="search-box"
      aria-label={label}
      value={typed}
      onChange={setTyped}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        // Else it would also scroll the rows to which the focus moves.
        event.preventDefault();
        focusFirstRow();
      }}
    >
      <SearchIcon size={14} />
      <Input className="search-box-input" placeholder={placeholder} spellCheck={false} />
      {typed !== '' && (
        <Button className="search-box-clear" aria-label={clearLabel}>
          <CloseIcon size={12} />
        </Button>
      )}
    </SearchField>
  );
}

function focusFirstRow(): void {
  document.querySelector<HTMLElement>('main [role="row"][tabindex="0"]')?.focus();
}

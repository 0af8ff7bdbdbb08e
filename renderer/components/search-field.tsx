import { useEffect, useRef, useState } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { CloseIcon, SearchIcon } from './icons.tsx';
import './search-field.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/**
 * The field of a page that can be searched. What is typed stands there at once; the value may follow
 * later, as it does where it goes by way of the address.
 */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  return (
    <AriaSearchField
      className="search-field"
      aria-label={label}
      value={typed}
      onChange={(text) => {
        told.current = text;
        setTyped(text);
        onChange(text);
      }}
    >
      <SearchIcon size={14} />
      <Input className="search-field-input" placeholder={label} spellCheck={false} />
      {typed !== '' && (
        <Button className="search-field-clear" aria-label={shellTexts.clearSearch}>
          <CloseIcon size={12} />
        </Button>
      )}
    </AriaSearchField>
  );
}

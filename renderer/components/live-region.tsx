import { useEffect, useState } from 'react';

/** Tells a screen reader what changed, without moving the focus. Silent for the first text. */
export function LiveRegion({ text }: { readonly text: string }) {
  const [first] = useState(text);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (text !== first) setSpoken(text);
  }, [text, first]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {spoken}
    </div>
  );
}

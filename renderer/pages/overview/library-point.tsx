import type { LibraryAttention } from '../../../shared/attention.ts';
import {
  describeLibraryAttention,
  libraryAttentionTexts,
} from '../../../shared/texts/library-attention-texts.ts';
import { Button } from '../../components/button.tsx';
import { hashOfRoute, type Route } from '../../state/route.ts';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';

interface LibraryPointProps {
  readonly point: LibraryAttention;
  readonly onSeen: () => void;
}

/** One thing about the library that deserves a look, until it is seen. */
export function LibraryPoint({ point, onSeen }: LibraryPointProps) {
  const { format } = useWindowState();
  const { text, lines, link } = describeLibraryAttention(point, useNow(), format);
  const route = ROUTES[point.kind];
  return (
    <li>
      <div className="attention-words">
        <p>{text}</p>
        {lines.length > 0 && (
          <ul className="attention-lines">
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two of them can read the same
              <li key={index} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="attention-actions">
        {route !== null && (
          <a className="text-link" href={hashOfRoute(route)}>
            {link}
          </a>
        )}
        <Button look="quiet" aria-label={libraryAttentionTexts.seenOf(text)} onPress={onSeen}>
          {libraryAttentionTexts.seen}
        </Button>
      </div>
    </li>
  );
}

const ROUTES: Readonly<Record<LibraryAttention['kind'], Route | null>> = {
  unavailable: { page: 'changes', filter: 'unavailable', unreadOnly: true },
  'playlists-gone': { page: 'changes', filter: 'playlists', unreadOnly: true },
  'lists-refused': null,
  'history-ends': { page: 'settings', section: 'history' },
};

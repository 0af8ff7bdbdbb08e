import { waitNote } from '../../../../shared/texts/request-ledger-texts.ts';
import { type Wait, waitSentence } from '../../../../shared/texts/wait-texts.ts';
import { StatusGlyph } from '../../../components/status-glyph.tsx';
import { useNow } from '../../../state/use-now.ts';
import { useWindowState } from '../../../state/window-state-context.ts';

/** Why no request goes at the moment, and until when. */
export function WaitLine({ wait }: { readonly wait: Wait }) {
  const { format } = useWindowState();
  const sentence = `${waitSentence(wait, useNow(), format)}.`;
  return (
    <p className="requests-wait">
      <StatusGlyph tone="waiting" size={11} />
      <span>
        <strong>{sentence}</strong> {waitNote(wait)}
      </span>
    </p>
  );
}

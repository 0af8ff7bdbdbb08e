import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { Button } from './button.tsx';
import { CheckIcon, CopyIcon } from './icons.tsx';
import './copyable-text.css';

const COPIED_MS = 2_500;

interface CopyableTextProps {
  readonly text: string;
  /** What the button does, where the text itself is too long to be read out. */
  readonly label?: string;
  /** Cut off at the end of the line: it is for copying, not for reading. */
  readonly isOneLine?: boolean;
}

/** A string that must arrive elsewhere exactly as it stands here. */
export function CopyableText(props: CopyableTextProps) {
  const { text, label = welcomeTexts.copy(text), isOneLine = false } = props;
  const { api, clock } = useWindowState();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = clock.setTimer(COPIED_MS, () => setCopied(false));
    return () => timer.cancel();
  }, [isCopied, clock]);

  async function copy() {
    const answer = await api.app.copyText(text);
    setCopied(answer.ok);
  }

  return (
    <div className="copyable">
      <code className={isOneLine ? 'selectable one-line' : 'selectable'}>
        {isOneLine ? text : parted(text)}
      </code>
      <Button look="quiet" aria-label={label} onPress={() => void copy()}>
        {isCopied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
        {isCopied ? welcomeTexts.copied : welcomeTexts.copyButton}
      </Button>
      <span className="visually-hidden" role="status">
        {isCopied ? welcomeTexts.copied : ''}
      </span>
    </div>
  );
}

/** A path or an address: a line ends after one of its parts before it ends within one. */
function parted(text: string): readonly ReactNode[] {
  return [...text.matchAll(/[^/\\]+[/\\]*|[/\\]+/g)].map(({ 0: part, index: start }) => (
    <Fragment key={start}>
      {part}
      <wbr />
    </Fragment>
  ));
}

import { useEffect, useEffectEvent, useRef } from 'react';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { Button } from '../components/button.tsx';
import { CloseIcon } from '../components/icons.tsx';
import type { ShownToast } from './use-toast.ts';
import './toast.css';

/**
 * A short answer to something the user did. It takes no focus and goes by itself, unless it is
 * pointed at or has the focus (WCAG 2.2.1); Escape takes it away.
 */
export function Toast({ toast }: { readonly toast: ShownToast }) {
  const { text, turn, dismiss, hold } = toast;
  const isShown = text !== '';
  const shown = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(() => {
    const hadFocus = shown.current?.contains(document.activeElement) === true;
    dismiss();
    if (hadFocus) document.getElementById('main')?.focus();
  });
  useEffect(() => {
    if (!isShown) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      // A field or a dialog that has a use for the key comes first.
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isShown]);
  return (
    <div className="toast-place">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it there */}
      <div
        className={isShown ? 'toast' : 'visually-hidden'}
        ref={shown}
        onPointerEnter={() => hold(true)}
        onPointerLeave={() => hold(false)}
        onFocus={() => hold(true)}
        onBlur={() => hold(false)}
      >
        {/* It is there before the words: a region that comes with them is not always read out. */}
        <div role="status" aria-live="polite">
          {isShown && <p key={turn}>{text}</p>}
        </div>
        {isShown && (
          <Button look="icon" aria-label={shellTexts.notice.dismiss} onPress={() => close()}>
            <CloseIcon size={14} />
          </Button>
        )}
      </div>
    </div>
  );
}

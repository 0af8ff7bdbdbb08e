import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import type { StatusAction } from '../../shared/texts/status-sentence.ts';
import { Button } from './button.tsx';
import { RefreshIcon } from './icons.tsx';

type Action = Exclude<StatusAction, null>;

interface StatusActionButtonProps {
  readonly action: Action;
  readonly onPress: () => void;
  /** The button is about to go and has the focus, which needs another place. */
  readonly onVanish: () => void;
}

/** What one can do about the state. It goes while there is nothing to do. */
export function StatusActionButton({ action, onPress, onVanish }: StatusActionButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const vanish = useEffectEvent(onVanish);
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      if (element !== null && element === document.activeElement) vanish();
    };
  }, []);
  return (
    <Button ref={button} look={action === 'check-now' ? 'plain' : 'primary'} onPress={onPress}>
      {action === 'check-now' && <RefreshIcon />}
      {LABELS[action]}
    </Button>
  );
}

const LABELS: Readonly<Record<Action, string>> = {
  'check-now': overviewTexts.checkNow,
  retry: overviewTexts.retry,
  'sign-in': overviewTexts.signIn,
  'go-on-signing-in': overviewTexts.goOnSigningIn,
  restart: overviewTexts.restart,
  resume: overviewTexts.resume,
};

import { useCallback, useEffect, useState } from 'react';
import type { LoginItem } from '../../../shared/login-item.ts';
import { loginItemTexts } from '../../../shared/texts/login-item-texts.ts';
import { useWindowState } from '../../state/window-state-context.ts';

/**
 * Whether the system starts Cratewatch at login; null until it has said so. The system's settings
 * may be changed at any time and tell nobody, so they are asked whenever one comes back here.
 */
export function useLoginItem(): {
  readonly item: LoginItem | null;
  /** What to say where it could not be set; else null. */
  readonly set: (isOn: boolean) => Promise<string | null>;
} {
  const { api } = useWindowState();
  const [item, setItem] = useState<LoginItem | null>(null);
  const ask = useCallback(async () => {
    const answer = await api.app.loginItem();
    if (answer.ok) setItem(answer.value);
  }, [api]);
  useEffect(() => {
    const look = () => void ask();
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [ask]);

  async function set(isOn: boolean): Promise<string | null> {
    const answer = await api.app.setLoginItem({ isOn });
    if (answer.ok && answer.value.kind === 'done') {
      setItem(answer.value.item);
      return null;
    }
    await ask();
    return loginItemTexts.failed;
  }
  return { item, set };
}

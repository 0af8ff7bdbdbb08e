import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import type { SessionSnapshot } from '../../shared/ipc-contract.ts';
import { onOneLine } from '../../shared/texts/foreign-text.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { ChevronIcon } from '../components/icons.tsx';
import { useSingleKeys } from '../state/use-single-keys.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import './account-menu.css';

interface AccountMenuProps {
  readonly session: SessionSnapshot;
  readonly onShowShortcuts: () => void;
  readonly onSay: (text: string) => void;
}

/** Who is signed in, and the few things one seldom does. */
export function AccountMenu({ session, onShowShortcuts, onSay }: AccountMenuProps) {
  const { api } = useWindowState();
  const areSingleKeysOn = useSingleKeys();
  const [isLeaving, setLeaving] = useState(false);
  const texts = shellTexts.menu;
  const isSample = session.mode === 'sample';
  const name = onOneLine(session.account?.displayName ?? '') || shellTexts.account.label;
  const shownName = isSample ? `${name} ${shellTexts.sampleBadge}` : name;
  return (
    <>
      <MenuTrigger>
        <Button className="account" aria-label={shellTexts.account.menuOf(shownName)}>
          <span className="account-names">
            <span className="account-name one-line" dir="auto">
              {name}
            </span>{' '}
            {isSample && <span className="account-sample">{shellTexts.sampleBadge}</span>}
          </span>
          <ChevronIcon />
        </Button>
        <Popover className="menu-popover" placement="top start">
          <Menu className="menu" aria-label={shellTexts.account.menu}>
            <MenuItem className="menu-item" onAction={onShowShortcuts}>
              <span>{texts.shortcuts}</span>
              {areSingleKeysOn && <kbd>?</kbd>}
            </MenuItem>
            {!isSample && (
              <MenuItem
                className="menu-item"
                onAction={() => void api.app.openLink({ kind: 'account-apps' })}
              >
                {texts.spotifyApps}
              </MenuItem>
            )}
            <Separator className="menu-separator" />
            <MenuItem className="menu-item menu-item-danger" onAction={() => setLeaving(true)}>
              {isSample ? texts.leaveSample : texts.disconnect}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <DisconnectDialog
        mode={session.mode}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        onSay={onSay}
      />
    </>
  );
}

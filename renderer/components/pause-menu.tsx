import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { PAUSE_CHOICES, pauseEndMs } from '../../shared/pause-choice.ts';
import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import { useWindowState } from '../state/window-state-context.ts';
import { Button } from './button.tsx';
import { ChevronIcon, PauseIcon } from './icons.tsx';

interface PauseMenuProps {
  readonly onPause: (untilMs: number | null) => void;
}

/** For how long the watch is to stand still. */
export function PauseMenu({ onPause }: PauseMenuProps) {
  const { clock } = useWindowState();
  const texts = overviewTexts.pause;
  return (
    <MenuTrigger>
      <Button look="quiet">
        <PauseIcon />
        {texts.title}
        <ChevronIcon size={12} />
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu className="menu" aria-label={texts.title}>
          {PAUSE_CHOICES.map((choice) => (
            <MenuItem
              key={choice}
              className="menu-item"
              onAction={() => {
                const endMs = pauseEndMs(choice, clock.nowMs());
                onPause(endMs === null ? null : Math.round(endMs));
              }}
            >
              {texts.choices[choice]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

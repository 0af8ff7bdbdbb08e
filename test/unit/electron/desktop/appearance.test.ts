import { expect, it } from 'vitest';
import { followAppearance } from '../../../../electron/desktop/appearance.ts';
import { Signal } from '../../../../shared/signal.ts';
import type { Appearance } from '../../../../shared/window-settings.ts';

function following(chosen: Appearance) {
  const changed = new Signal<void>();
  const set: string[] = [];
  let source: Appearance = 'system';
  const theme = {
    get themeSource() {
      return source;
    },
    set themeSource(next: Appearance) {
      source = next;
      set.push(next);
    },
  };
  let now = chosen;
  const stop = followAppearance({ theme, chosen: () => now, changed });
  const choose = (next: Appearance): void => {
    now = next;
    changed.emit();
  };
  return { set, choose, stop };
}

it('is as chosen from the start, and at once when another is chosen', () => {
  const { set, choose } = following('dark');
  expect(set).toEqual(['dark']);
  choose('light');
  choose('system');
  expect(set).toEqual(['dark', 'light', 'system']);
});

it('leaves the theme alone while another setting changes', () => {
  const { set, choose } = following('dark');
  choose('dark');
  expect(set).toEqual(['dark']);
});

it('follows no longer once it is stopped', () => {
  const { set, choose, stop } = following('light');
  stop();
  choose('dark');
  expect(set).toEqual(['light']);
});

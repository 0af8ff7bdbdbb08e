import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { standInDockWithWindow } from '../../../../electron/desktop/dock-icon.ts';

class Mac extends EventEmitter {
  shown = true;
  readonly dock = {
    show: async () => {
      this.shown = true;
    },
    hide: () => {
      this.shown = false;
    },
  };
}

describe('the dock of macOS', () => {
  it('shows Cratewatch while it has a window, and only then', () => {
    const app = new Mac();
    standInDockWithWindow(app);
    expect(app.shown).toBe(false);
    app.emit('browser-window-created');
    expect(app.shown).toBe(true);
    app.emit('window-all-closed');
    expect(app.shown).toBe(false);
  });

  it('is left alone where there is none', () => {
    const app = new EventEmitter();
    standInDockWithWindow(app);
    expect(app.eventNames()).toEqual([]);
  });
});

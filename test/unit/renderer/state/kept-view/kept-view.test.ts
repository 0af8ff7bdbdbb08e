import { describe, expect, it } from 'vitest';
import { KeptView } from '../../../../../renderer/state/kept-view/kept-view.ts';
import {
  type Place,
  type WindowView,
  windowViewSchema,
} from '../../../../../shared/window-view.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';

const at = (topPx: number): Place => ({ kind: 'page', topPx });

function bench(view: WindowView | null = null) {
  const clock = new ManualClock();
  const now: { address: string; owner: string | null } = {
    address: '#/overview',
    owner: 'account a',
  };
  const told: WindowView[] = [];
  const kept = new KeptView({
    view,
    address: () => now.address,
    owner: () => now.owner,
    keep: (_owner, shown) => told.push(shown),
    clock,
  });
  return { clock, now, told, kept };
}

describe('the view that is kept', () => {
  it('is told once for a whole turn of the wheel, with the last place', async () => {
    const { clock, told, kept } = bench();
    for (let px = 1; px <= 50; px += 1) kept.note('#/overview', at(px));
    expect(told).toEqual([]);
    await clock.advance(250);
    expect(told).toEqual([
      { address: '#/overview', places: [{ key: '#/overview', place: at(50) }] },
    ]);
  });

  it('is told at once before the window closes, and not a second time', async () => {
    const { clock, told, kept } = bench();
    kept.flush();
    expect(told).toEqual([]);
    kept.note('#/overview', at(9));
    kept.flush();
    await clock.advance(1_000);
    expect(told).toHaveLength(1);
  });

  it('begins with what was kept', () => {
    const place = at(70);
    const { kept } = bench({ address: '#/changes', places: [{ key: '#/changes', place }] });
    expect(kept.placeOf('#/changes')).toEqual(place);
    expect(kept.placeOf('#/overview')).toBeNull();
  });

  it('comes back to a place with "back", and to the top with a link', () => {
    const { now, kept } = bench();
    kept.note('#/changes', at(5));
    kept.note('#/changes feed', at(6));
    now.address = '#/changes';
    kept.turned(true);
    expect(kept.placeOf('#/changes feed')).toEqual(at(6));
    kept.turned(false);
    expect(kept.placeOf('#/changes')).toBeNull();
    expect(kept.placeOf('#/changes feed')).toBeNull();
  });

  it('tells the page that is turned to, also where nothing was scrolled', async () => {
    const { clock, now, told, kept } = bench();
    now.address = '#/settings';
    kept.turned(false);
    await clock.advance(250);
    expect(told).toEqual([{ address: '#/settings', places: [] }]);
  });

  it('keeps the latest places, and none for the top', async () => {
    const { clock, told, kept } = bench();
    for (let list = 1; list <= 30; list += 1) kept.note(`#/list/${list}`, at(list));
    kept.note('#/list/12', at(1));
    kept.note('#/list/30', null);
    await clock.advance(250);
    const keys = told.at(-1)?.places.map(({ key }) => key) ?? [];
    expect(keys).toHaveLength(19);
    expect(keys.slice(0, 2)).toEqual(['#/list/12', '#/list/29']);
    expect(windowViewSchema.safeParse(told.at(-1)).success).toBe(true);
  });

  it('leaves out addresses that the main process would not take', async () => {
    const { clock, now, told, kept } = bench();
    const long = `#/library?search=${'a'.repeat(2_000)}`;
    kept.note(long, at(4));
    now.address = long;
    kept.turned(true);
    await clock.advance(250);
    expect(told).toEqual([]);
    expect(kept.placeOf(long)).toBeNull();
  });

  it('is told to nobody while nobody’s library is on screen, and forgotten with its owner', async () => {
    const { clock, now, told, kept } = bench();
    now.owner = null;
    kept.note('#/overview', at(4));
    await clock.advance(250);
    now.owner = 'account b';
    kept.note('#/overview', at(8));
    kept.forget();
    await clock.advance(250);
    expect(told).toEqual([]);
    expect(kept.placeOf('#/overview')).toBeNull();
  });
});

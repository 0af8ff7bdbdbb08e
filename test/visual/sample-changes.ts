import type { Change, ItemSummary, ListRef } from '../../shared/change.ts';

const HOUR_MS = 3_600_000;

const TITLES = [
  ['Night Bus to Harbour', 'Mara Lind', 'Slow Timetables'],
  ['Paper Lanterns', 'The Quiet Cartographers', 'Maps for Sleepers'],
  ['Saltwater Radio', 'Ines Okafor', 'Saltwater Radio'],
  ['Copper & Rain', 'Hollow Pines', 'Field Hours'],
  ['An Hour Before the Ferry', 'Tomas Vale', 'Low Tide Letters'],
  ['Second-hand Sunday', 'Ada Brook, Jonas Reuter', 'Second-hand Sunday'],
  ['Lichen', 'Northern Greenhouse', 'Understory'],
  ['Telegraph Avenue 3 A.M.', 'Kit Marlowe Trio', 'Late Set'],
  ['Everything in Its Crate', 'Velvet Abacus', 'Counting House'],
  ['Kite Weather', 'Ines Okafor', 'Saltwater Radio'],
  ['Marginalia', 'Sunday Physics', 'Marginalia EP'],
  ['The Long Gallery', 'Orla Finch', 'Rooms'],
  ['Glass Orchard', 'Hollow Pines', 'Field Hours'],
  ['Ten Thousand Small Lamps', 'Juno Marchetti', 'Vigil'],
] as const;

const LISTS: readonly ListRef[] = [
  { id: 1, kind: 'saved-tracks', name: '', uri: null, imageUrl: null },
  list(2, 'Late Night Drive'),
  list(3, 'Kitchen, loud'),
  list(4, 'Found in second-hand shops'),
];

/** A believable feed, newest first. The same count and time give the same feed. */
export function sampleChanges(count: number, nowMs: number, unread = 0): readonly Change[] {
  return Array.from({ length: count }, (_, index) => {
    // A check finds a handful of things; then hours pass.
    const check = Math.floor((index * 2) / 7);
    const gapHours = check < 3 ? check : check * 4.5;
    const before = nowMs - 18 * 60_000 - gapHours * HOUR_MS;
    return sampleChange(index, count - index, before, index < unread);
  });
}

function sampleChange(index: number, id: number, beforeMs: number, unread: boolean): Change {
  const check = Math.floor((index * 2) / 7);
  const ref = LISTS[check % LISTS.length] ?? list(9, 'List');
  const base = {
    id,
    list: ref,
    observedAfterMs: beforeMs - HOUR_MS,
    observedBeforeMs: beforeMs,
    unread,
  };
  const ofItem = { ...base, item: item(index), addedBy: null, addedAtMs: beforeMs };
  switch ((index * 7) % 19) {
    case 2:
    case 5:
    case 9:
      return { kind: 'item-removed', ...ofItem };
    case 11:
      return { kind: 'item-unavailable', ...ofItem };
    case 14:
      return { kind: 'item-available', ...ofItem };
    case 17:
      return ref.kind === 'playlist'
        ? { kind: 'playlist-renamed', ...base, before: 'Kitchen', after: ref.name }
        : { kind: 'items-moved', ...base, count: 12 };
    case 18:
      return { kind: 'playlist-created', ...base, list: list(5, 'Slow Mornings') };
    case 16:
      return { kind: 'playlist-gone', ...base, list: list(6, 'Summer 2019') };
    default:
      return {
        kind: 'item-added',
        ...ofItem,
        addedBy: ref.kind === 'playlist' && index % 4 === 1 ? 'harbour.lights' : null,
      };
  }
}

function item(index: number): ItemSummary {
  const [name, artists, album] = TITLES[index % TITLES.length] ?? TITLES[0];
  return {
    uri: `spotify:track:${String(index % TITLES.length).padStart(22, '0')}`,
    kind: 'track',
    name,
    artists: artists.split(', '),
    album,
    imageUrl: index % 9 === 8 ? null : `https://i.scdn.co/image/${album}`,
  };
}

function list(id: number, name: string): ListRef {
  return {
    id,
    kind: 'playlist',
    name,
    uri: `spotify:playlist:${String(id).padStart(22, '0')}`,
    imageUrl: `https://i.scdn.co/image/list-${id}`,
  };
}

/** Titles that are markup, right-to-left, far too long, emoji only, empty or full of marks. */
export function hostileChanges(nowMs: number): readonly Change[] {
  const names = [
    '<img src=x onerror="document.body.innerHTML=1"><b>bold</b>',
    'أغنية الليل الطويلة في المدينة القديمة',
    'שיר בעברית with English (Remix) 2026',
    'Endless '.repeat(1_250),
    'N'.repeat(10_000),
    '🦜🎷🌋👩‍👩‍👧‍👦',
    '',
    'Z̷̢̛͉̖a̸l̴̡̛͙g̷̨̛̝o̶̢̧̨̨̱̖ ́̂̃̄̅̆̇̈̉̊̋̌̍̎̏',
    'Line\nbreak\tand\u202Eoverride',
    '&amp;&lt;script&gt;',
  ];
  return names.map((name, index) => {
    const before = nowMs - 18 * 60_000;
    return {
      kind: index % 3 === 1 ? 'item-removed' : index % 3 === 2 ? 'item-unavailable' : 'item-added',
      id: 100 - index,
      list: list(2, names[index < 5 ? 1 : 3] ?? ''),
      observedAfterMs: before - HOUR_MS,
      observedBeforeMs: before,
      unread: index < 3,
      item: {
        uri: index === 6 ? 'spotify:local:a:b:c:1' : `spotify:track:${'0'.repeat(22)}`,
        kind: index === 6 ? 'local' : 'track',
        name,
        artists: index % 4 === 0 ? [] : [name, 'Someone'],
        album: index % 2 === 0 ? null : name,
        imageUrl: index % 2 === 0 ? 'https://i.scdn.co/image/missing' : 'https://i.scdn.co/image/x',
      },
      addedBy: null,
      addedAtMs: null,
    };
  });
}

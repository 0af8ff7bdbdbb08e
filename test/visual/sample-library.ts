import type { ItemKind, ItemSummary } from '../../shared/change.ts';
import type { ShelvedItem } from '../doubles/rows-in-memory.ts';

const DAY_MS = 24 * 3_600_000;
const ALBUMS = [
  ['Mara Lind', 'Slow Timetables'],
  ['The Quiet Cartographers', 'Maps for Sleepers'],
  ['Ines Okafor', 'Saltwater Radio'],
  ['Hollow Pines', 'Field Hours'],
  ['Tomas Vale', 'Low Tide Letters'],
  ['Ada Brook, Jonas Reuter', 'Second-hand Sunday'],
  ['Northern Greenhouse', 'Understory'],
  ['Kit Marlowe Trio', 'Late Set (Recorded Live in a Room with Too Many Chairs)'],
  ['Velvet Abacus', 'Counting House'],
  ['Sunday Physics', 'Marginalia EP'],
  ['Orla Finch', 'Rooms'],
  ['Juno Marchetti', 'Vigil'],
] as const;
const FIRST = ['Night', 'Paper', 'Saltwater', 'Copper', 'Ferry', 'Sunday', 'Kite', 'Glass', 'Long'];
const SECOND = ['Bus', 'Lanterns', 'Radio', 'Rain', 'Harbour', 'Gallery', 'Weather', 'Orchard'];

type List = ShelvedItem['stays'][number]['list'];

const KINDS: readonly ItemKind[] = ['album', 'artist', 'show', 'episode'];

const LIKED: List = { id: 1, kind: 'saved-tracks', name: '', uri: null };
const PLAYLISTS: readonly List[] = [
  'Late Night Drive',
  'Kitchen, loud',
  'Found in second-hand shops',
  'Slow Mornings',
].map((name, index) => ({
  id: 10 + index,
  kind: 'playlist',
  name,
  uri: `spotify:playlist:${String(index).padStart(22, '0')}`,
}));

/** A believable library: songs above all, and a handful of everything else. */
export function sampleLibrary(songs: number, nowMs: number): ShelvedItem[] {
  return [
    ...Array.from({ length: songs }, (_, index) => song(index, nowMs)),
    ...ofKind('album', 'saved-albums', 40, nowMs),
    ...ofKind('artist', 'followed-artists', 30, nowMs),
    ...ofKind('show', 'saved-shows', 12, nowMs),
    ...ofKind('episode', 'saved-episodes', 24, nowMs),
    ...Array.from({ length: 9 }, (_, index) => gone(index, nowMs)),
  ];
}

function song(index: number, nowMs: number): ShelvedItem {
  const [artists, album] = ALBUMS[(index * 5) % ALBUMS.length] ?? ALBUMS[0];
  const isGrey = index % 17 === 6;
  const addedAtMs = nowMs - (index * 0.7 + 0.2) * DAY_MS;
  const lists = PLAYLISTS.filter((_, list) => (index >> list) % 3 === 1);
  return {
    item: {
      uri: uriOf('track', index),
      kind: 'track',
      name: titleOf(index),
      artists: artists.split(', '),
      album,
      imageUrl: index % 11 === 10 ? null : `https://i.scdn.co/image/${album}`,
    },
    durationMs: 120_000 + ((index * 7_919) % 240) * 1_000,
    availability: isGrey ? 'unavailable' : 'available',
    availabilitySinceMs: isGrey ? nowMs - (index % 40) * DAY_MS : null,
    stays: [
      { list: LIKED, addedAtMs, addedBy: null, goneMs: null },
      ...lists.map((list) => ({
        list,
        addedAtMs: addedAtMs + DAY_MS,
        addedBy: null,
        goneMs: null,
      })),
      ...(index % 23 === 4 && lists[0] !== undefined
        ? [{ list: lists[0], addedAtMs, addedBy: 'harbour.lights', goneMs: null }]
        : []),
    ],
    ...(isGrey
      ? {
          events: [
            {
              kind: 'greyed-out',
              observedAfterMs: nowMs - ((index % 40) + 1) * DAY_MS,
              observedBeforeMs: nowMs - (index % 40) * DAY_MS,
            },
          ],
        }
      : {}),
  };
}

function gone(index: number, nowMs: number): ShelvedItem {
  const base = song(index * 7 + 3, nowMs);
  const goneMs = nowMs - (index * index * 9 + 0.2) * DAY_MS;
  const from = index % 3 === 2 ? PLAYLISTS : PLAYLISTS.slice(index % 4, (index % 4) + 1);
  return {
    ...base,
    item: {
      ...base.item,
      uri: uriOf('track', 900_000 + index),
      name: `${base.item.name} (Reprise)`,
    },
    stays: [...(index % 2 === 0 ? [LIKED] : []), ...from].map((list, place) => ({
      list,
      addedAtMs: nowMs - 500 * DAY_MS,
      addedBy: null,
      goneMs: goneMs - place * DAY_MS,
    })),
  };
}

function ofKind(
  kind: ItemKind,
  list: Exclude<List['kind'], 'playlist' | 'playlists'>,
  count: number,
  nowMs: number,
): ShelvedItem[] {
  return Array.from({ length: count }, (_, index) => {
    const [artists, album] = ALBUMS[index % ALBUMS.length] ?? ALBUMS[0];
    const names: Readonly<Partial<Record<ItemKind, string>>> = {
      album,
      artist: artists,
      show: `${titleOf(index)}, a Show`,
      episode: `${index + 1}: ${titleOf(index + 3)}`,
    };
    return {
      item: {
        uri: uriOf(kind, index),
        kind,
        name: index < ALBUMS.length ? (names[kind] ?? '') : `${names[kind] ?? ''} ${index}`,
        artists: kind === 'album' ? artists.split(', ') : [],
        album: kind === 'episode' ? `${titleOf(index % 5)}, a Show` : null,
        imageUrl: `https://i.scdn.co/image/${album}`,
      },
      durationMs: kind === 'episode' ? (1_800 + index * 217) * 1_000 : null,
      availability: kind === 'episode' && index === 4 ? 'unavailable' : 'unknown',
      availabilitySinceMs: kind === 'episode' && index === 4 ? nowMs - 3 * DAY_MS : null,
      stays: [
        {
          list: { id: 2 + KINDS.indexOf(kind), kind: list, name: '', uri: null },
          addedAtMs: kind === 'artist' ? null : nowMs - index * 9 * DAY_MS,
          addedBy: null,
          goneMs: null,
        },
      ],
    };
  });
}

/** Titles that are markup, right-to-left, far too long, emoji only, empty or full of marks. */
export function hostileLibrary(nowMs: number): ShelvedItem[] {
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
  const list = (name: string, id: number): List => ({ id, kind: 'playlist', name, uri: null });
  const standing = names.map((name, index): ShelvedItem => {
    const item: ItemSummary = {
      uri: index === 6 ? 'spotify:local:a:b:c:1' : uriOf('track', index),
      kind: index === 6 ? 'local' : 'track',
      name,
      artists: index % 4 === 0 ? [] : [name, names[(index + 3) % names.length] ?? ''],
      album: index % 2 === 0 ? null : name,
      imageUrl: index % 2 === 0 ? 'https://i.scdn.co/image/missing' : 'https://i.scdn.co/image/x',
    };
    return {
      item,
      durationMs: index === 0 ? 400 * 3_600_000 : index === 1 ? null : 0,
      availability: index % 3 === 0 ? 'missing' : 'available',
      availabilitySinceMs: index % 3 === 0 ? nowMs - 4_000 * DAY_MS : null,
      stays: names.map((listName, at) => ({
        list: list(listName, 100 + at),
        addedAtMs: at % 2 === 0 ? null : nowMs - at * DAY_MS,
        addedBy: listName,
        goneMs: null,
      })),
    };
  });
  const lost = standing.map(({ item, stays, ...others }, index) => ({
    ...others,
    item: { ...item, uri: uriOf('track', 500 + index) },
    stays: stays.map((stay) => ({ ...stay, goneMs: nowMs - index * DAY_MS })),
  }));
  return [...standing, ...lost];
}

function titleOf(index: number): string {
  const first = FIRST[index % FIRST.length] ?? '';
  const second = SECOND[Math.floor(index / 3) % SECOND.length] ?? '';
  const number = Math.floor(index / (FIRST.length * SECOND.length));
  return number === 0 ? `${first} ${second}` : `${first} ${second}, Part ${number + 1}`;
}

function uriOf(kind: string, index: number): string {
  return `spotify:${kind}:${String(index).padStart(22, '0')}`;
}

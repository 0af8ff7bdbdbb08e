import { daysPlan } from '../harness/watched-days/days-plan.ts';
import { WatchedDays } from '../harness/watched-days/watched-days.ts';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { plainRow } from './row.ts';

const SEED = 30;
const DAYS = 30;
const CHANGES_PER_DAY = 50;
/** As the reference library, but for its size: what matters here is every kind of change. */
const LIBRARY = {
  savedTracks: 500,
  ownPlaylists: 20,
  followedPlaylists: 10,
  itemsPerPlaylist: 40,
  savedAlbums: 60,
  savedShows: 5,
  savedEpisodes: 20,
  savedAudiobooks: 3,
  followedArtists: 60,
};

/**
 * Thirty days of watching a library that is lived in, on a clock that is wound on: tokens come to
 * their end, the network and the service fail, the process is killed, the machine sleeps. Everything
 * that the app knows and told is held against what really was.
 */
export const thirtyDays: Measurement = {
  ids: [
    'thirty-days',
    'thirty-days-expired-token-calls',
    'thirty-days-changes-lost',
    'thirty-days-changes-invented',
  ],
  async measure({ say }: BenchSurroundings) {
    const watched = await WatchedDays.begin({
      seed: SEED,
      days: DAYS,
      library: LIBRARY,
      plan: daysPlan({ seed: SEED, days: DAYS, changesPerDay: CHANGES_PER_DAY }),
      onDay: (day) => {
        if (day % 10 === 0) say(`Day ${day} of ${DAYS}…`);
      },
    });
    try {
      const { complaints, callsFailedForToken, calls, tokens, kills, told } =
        await watched.toTheirEnd();
      const lost = complaints.filter(({ kind }) => kind === 'lost').length;
      const invented = complaints.length - lost;
      for (const { kind, text } of complaints.slice(0, 10)) say(`${kind}: ${text}`);
      const row = (id: string, value: number, unit: string) =>
        plainRow({ id, value, unit, budget: 0 });
      return [
        {
          ...row('thirty-days', callsFailedForToken + lost + invented, 'failures'),
          note:
            `${callsFailedForToken} calls failed for an expired token, ${lost} changes lost, ` +
            `${invented} changes invented; of ${calls} calls with ${tokens} tokens and ` +
            `${told.changes.length} changes told, over ${kills} kills.`,
        },
        row('thirty-days-expired-token-calls', callsFailedForToken, 'calls'),
        row('thirty-days-changes-lost', lost, 'changes'),
        row('thirty-days-changes-invented', invented, 'changes'),
      ];
    } finally {
      await watched.dispose();
    }
  },
};
